import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { department as serviceOf, type WorkItem } from '../../api/index.ts';
import { useCaseNamed } from '../../app/case-codes.ts';
import { every, LIVE } from '../../app/queries.ts';
import {
  Age,
  CaseLink,
  type Column,
  DataTable,
  Empty,
  partsTexts,
  ProblemNotice,
  ShortId,
  Split,
  Status,
  Time,
  useAddress,
} from '../../parts/index.ts';
import { titleIn } from '../../texts/index.ts';
import { aboutOf } from './about.ts';
import { useCapabilities } from '../../app/capabilities.ts';
import filters from '../../parts/filters.module.css';
import styles from './departments.module.css';
import { texts } from './texts.ts';
import { WorkItemPanel } from './work-item-panel.tsx';

/** What is still to be done: to be taken, or in hand. */
const OPEN = ['waiting', 'claimed'] as const;
const statuses = ['waiting', 'claimed', 'completed', 'refused', 'recalled'] as const;

/** The queue of a department's officers, the oldest first; the one that is open stands beside it. */
export function WorkItems({ department }: { readonly department: string }) {
  const say = texts.use();
  const word = partsTexts.use();
  const [params, set] = useAddress();
  const wanted = params.get('status') ?? 'open';
  const one = statuses.filter((each) => each === wanted);
  const status = wanted === 'all' ? undefined : one.length > 0 ? one : OPEN;
  const [division, named, opened] = [params.get('division') ?? undefined, params.get('case') ?? undefined, params.get('item') ?? undefined];
  const { id: caseId, isSought } = useCaseNamed(named);
  const items = useInfiniteQuery({
    queryKey: ['work-items', department, status, division, caseId],
    queryFn: async ({ pageParam, signal }) =>
      (
        await serviceOf(department).GET('/v1/work-items', {
          params: {
            query: {
              limit: 100,
              ...(status && { status: [...status] }),
              ...(division && { division }),
              ...(caseId && { caseId }),
              ...(pageParam && { after: pageParam }),
            },
          },
          signal,
        })
      ).data,
    enabled: !isSought,
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    refetchInterval: every(LIVE * 2),
    placeholderData: keepPreviousData,
  });
  const columns = useItemColumns(department);
  const rows = items.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  const close = useCallback(() => set('item', ''), [set]);
  return (
    <div className={styles['items']}>
      <div className={filters['filters']}>
        <label>
          {say('filter.status')}
          <select value={wanted} onChange={(event) => set('status', event.target.value)}>
            <option value="open">{say('filter.open')}</option>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {word(`status.${each}`)}
              </option>
            ))}
            <option value="all">{say('filter.all')}</option>
          </select>
        </label>
        <label>
          {say('filter.division')}
          <input
            value={division ?? ''}
            inputMode="numeric"
            maxLength={6}
            size={8}
            onChange={(event) => set('division', event.target.value.trim())}
          />
        </label>
        <label>
          {say('filter.case')}
          <input value={named ?? ''} size={38} onChange={(event) => set('case', event.target.value.trim())} />
        </label>
      </div>
      {items.isError && <ProblemNotice error={items.error} again={() => void items.refetch()} />}
      <Split
        onClose={close}
        title={opened !== undefined && <ShortId id={opened} />}
        beside={opened === undefined ? undefined : <WorkItemPanel key={opened} department={department} id={opened} />}
      >
        <DataTable
          name="work-items"
          label={say('items.label')}
          columns={columns}
          rows={rows}
          keyOf={(item) => item.id}
          opened={opened}
          onOpen={(item) => set('item', item.id)}
          isLoading={items.isLoading}
          onMore={items.hasNextPage && !items.isFetchingNextPage ? () => void items.fetchNextPage() : undefined}
          empty={
            items.isError ? null : (
              <Empty title={say('items.empty')}>
                <p>{say('items.emptyNext')}</p>
              </Empty>
            )
          }
        />
      </Split>
    </div>
  );
}

function useItemColumns(department: string): readonly Column<WorkItem>[] {
  const say = texts.use();
  const { data: capabilities } = useCapabilities(department);
  const titleOf = (name: string): string => (capabilities?.[name] ? titleIn(capabilities[name].title) : name);
  return [
    {
      id: 'capability',
      title: say('items.capability'),
      width: 'minmax(140px, 1fr)',
      cell: (item) => <span translate="no">{titleOf(item.capability)}</span>,
    },
    {
      id: 'about',
      title: say('items.about'),
      width: 'minmax(140px, 1.5fr)',
      cell: (item) => <span translate="no">{aboutOf(item, capabilities?.[item.capability]?.input)}</span>,
    },
    { id: 'status', title: say('items.status'), width: '100px', cell: (item) => <Status name={item.status} /> },
    { id: 'age', title: say('items.age'), width: '110px', cell: (item) => <Age since={item.createdAt} /> },
    { id: 'division', title: say('items.division'), width: '90px', cell: (item) => <span translate="no">{item.division}</span> },
    {
      id: 'case',
      title: say('items.case'),
      width: '196px',
      cell: (item) => <CaseLink id={item.caseId} />,
    },
    { id: 'by', title: say('items.by'), width: 'minmax(90px, 160px)', cell: (item) => <span translate="no">{item.claimedBy}</span> },
    { id: 'created', title: say('items.created'), width: '160px', cell: (item) => <Time at={item.createdAt} />, isExtra: true },
    { id: 'step', title: say('items.step'), width: '110px', cell: (item) => <span translate="no">{item.step}</span>, isExtra: true },
  ];
}
