import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Delivery, eventHub } from '../../../api/index.ts';
import { every, LIVE } from '../../../app/queries.ts';
import {
  Button,
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
} from '../../../parts/index.ts';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';
import { DeliveryPanel } from './delivery-panel.tsx';
import { RecoverDialog } from './recover-dialog.tsx';

const statuses = ['pending', 'delivered', 'failed', 'cancelled'] as const;

/** Calls of a webhook, the newest first; one opens beside the list with each attempt. */
export function Deliveries({ id }: { readonly id: string }) {
  const say = texts.use();
  const word = partsTexts.use();
  const [params, set] = useAddress();
  const [isRecovering, setRecovering] = useState(false);
  const status = statuses.find((each) => each === params.get('status'));
  const opened = params.get('delivery') ?? undefined;
  const close = useCallback(() => set('delivery', ''), [set]);
  const found = useInfiniteQuery({
    queryKey: ['subscriptions', id, 'deliveries', status],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 100, ...(status && { status }), ...(pageParam && { after: pageParam }) };
      return (await eventHub.GET('/v1/subscriptions/{id}/deliveries', { params: { path: { id }, query }, signal })).data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    refetchInterval: every(LIVE),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  const columns: readonly Column<Delivery>[] = [
    { id: 'made', title: say('column.made'), width: '164px', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'status', title: say('column.status'), width: '100px', cell: (row) => <Status name={row.status} /> },
    { id: 'event', title: say('column.event'), width: '170px', cell: ({ eventId }) => <ShortId id={eventId} /> },
    { id: 'case', title: say('column.case'), width: '196px', cell: ({ caseId }) => <CaseLink id={caseId} /> },
    {
      id: 'attempts',
      title: say('column.attempts'),
      width: '80px',
      align: 'end',
      cell: ({ attempts }) => <span translate="no">{attempts}</span>,
    },
    {
      id: 'settled',
      title: say('column.settled'),
      width: 'minmax(200px, 1fr)',
      cell: ({ settledAt, dueAt }) =>
        settledAt !== undefined ? (
          <Time at={settledAt} />
        ) : (
          dueAt !== undefined && (
            <>
              {say('delivery.next')} <Time at={dueAt} />
            </>
          )
        ),
    },
  ];
  return (
    <div className={styles['fill']} data-live>
      <div className={styles['bar']}>
        <label>
          {say('column.status')}{' '}
          <select value={status ?? ''} onChange={({ target }) => set('status', target.value)}>
            <option value="">{say('any')}</option>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {word(`status.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Button needs="subscriptions:write" onClick={() => setRecovering(true)}>
          {say('recover.title')}
        </Button>
      </div>
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
      <Split
        onClose={close}
        title={say('delivery.title')}
        beside={opened === undefined ? undefined : <DeliveryPanel key={opened} id={id} delivery={opened} />}
      >
        <DataTable
          name="deliveries"
          label={say('tab.deliveries')}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          opened={opened}
          onOpen={(row) => set('delivery', row.id)}
          isLoading={found.isLoading}
          onMore={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
          toneOf={(row) => (row.status === 'failed' ? 'stalled' : undefined)}
          empty={
            <Empty title={say('delivery.empty')}>
              <p>{say('delivery.emptyNext')}</p>
            </Empty>
          }
        />
      </Split>
      {isRecovering && <RecoverDialog id={id} onClose={() => setRecovering(false)} />}
    </div>
  );
}
