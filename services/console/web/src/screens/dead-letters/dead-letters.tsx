import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { consoleApi, type DeadLetter } from '../../api/index.ts';
import { useDepartmentName } from '../../app/names.ts';
import { useCaseNamed } from '../../app/case-codes.ts';
import { every, LIVE } from '../../app/queries.ts';
import { DataTable, Empty, Page, ProblemNotice, ShortId, Split, useAddress } from '../../parts/index.ts';
import { useLetterColumns } from './columns.tsx';
import styles from './dead-letters.module.css';
import { filterIn } from './filter.ts';
import { Filters } from './filters.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { ManyActions } from './many-actions.tsx';
import { texts } from './texts.ts';

/** Dead letters of all services, the newest first; the one that is open stands beside the list. */
export function DeadLetters() {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const [params, set] = useAddress();
  const { id: caseId, isSought } = useCaseNamed(params.get('case') ?? undefined);
  const filter = useMemo(() => filterIn(params, caseId), [params, caseId]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const letters = useInfiniteQuery({
    queryKey: ['dead-letters', 'list', filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await consoleApi.GET('/api/dead-letters', {
          params: { query: { limit: 100, ...filter, ...(pageParam && { after: pageParam }) } },
          signal,
        })
      ).data,
    enabled: !isSought,
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    refetchInterval: every(LIVE * 2),
    placeholderData: keepPreviousData,
  });
  const rows = letters.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  const missing = letters.data?.pages[0]?.missing ?? [];
  const [service, id] = params.get('letter')?.split(' ') ?? [];
  const close = useCallback(() => set('letter', ''), [set]);
  const columns = useLetterColumns(chosen, (letter) => setChosen(toggled(chosen, keyOf(letter))));
  return (
    <Page
      title={say('title')}
      isFull
      actions={
        <ManyActions filter={filter} chosen={rows.filter((letter) => chosen.has(keyOf(letter)))} onDone={() => setChosen(new Set())} />
      }
    >
      <Filters params={params} set={set} />
      {missing.length > 0 && (
        <p role="status" className={styles['missing']}>
          {say('missing', { services: missing.map(departmentName).join('、') })}
        </p>
      )}
      {letters.isError && <ProblemNotice error={letters.error} again={() => void letters.refetch()} />}
      <Split
        onClose={close}
        title={id !== undefined && <ShortId id={id} />}
        beside={service !== undefined && id !== undefined ? <LetterPanel key={id} service={service} id={id} /> : undefined}
      >
        <DataTable
          name="dead-letters"
          label={say('title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          opened={service === undefined ? undefined : `${service} ${id}`}
          onOpen={(letter) => set('letter', keyOf(letter))}
          isLoading={letters.isLoading}
          onMore={letters.hasNextPage && !letters.isFetchingNextPage ? () => void letters.fetchNextPage() : undefined}
          empty={
            letters.isError ? null : (
              <Empty title={say('empty')}>
                <p>{say('emptyNext')}</p>
              </Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function keyOf({ service, id }: DeadLetter): string {
  return `${service} ${id}`;
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}
