import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { eventHub, type Subscription } from '../../api/index.ts';
import { every, LIVE } from '../../app/queries.ts';
import { Age, Button, type Column, DataTable, Empty, partsTexts, ProblemNotice, Status } from '../../parts/index.ts';
import { ageOf } from '../../parts/table/sorting.ts';
import { NewSubscription } from './new-subscription.tsx';
import styles from './subscriptions.module.css';
import { texts } from './texts.ts';
import { lineOf } from './wish.ts';

/** All subscriptions that the caller may see, the newest first, with how each fares. */
export function EndpointList() {
  const say = texts.use();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const columns = useColumns();
  const found = useInfiniteQuery({
    queryKey: ['subscriptions', 'list'],
    queryFn: async ({ pageParam, signal }) =>
      (await eventHub.GET('/v1/subscriptions', { params: { query: { limit: 100, ...(pageParam && { after: pageParam }) } }, signal })).data,
    initialPageParam: '',
    getNextPageParam: (page) => page?.next,
    refetchInterval: every(LIVE * 2),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  const make = (
    <Button look="main" needs="subscriptions:write" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {say('make.title')}
    </Button>
  );
  return (
    <div className={styles['fill']} data-live>
      <div className={styles['bar']}>{make}</div>
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
      <DataTable
        name="subscriptions"
        label={say('tab.endpoints')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate(`/subscriptions/${id}`)}
        isLoading={found.isLoading}
        onMore={found.hasNextPage ? () => void (found.isFetchingNextPage || found.fetchNextPage()) : undefined}
        toneOf={({ status, failingSince }) => (status === 'disabled' ? 'stalled' : failingSince === undefined ? undefined : 'late')}
        empty={
          found.isError ? null : (
            <Empty title={say('endpoint.empty')}>
              <p>{say('endpoint.emptyNext')}</p>
            </Empty>
          )
        }
      />
      {isMaking && <NewSubscription onClose={() => setMaking(false)} />}
    </div>
  );
}

function useColumns(): readonly Column<Subscription>[] {
  const say = texts.use();
  const sayPart = partsTexts.use();
  const raw = (text: string | undefined) => (
    <span translate="no" title={text}>
      {text}
    </span>
  );
  return [
    {
      id: 'agency',
      title: say('column.agency'),
      width: '112px',
      sortBy: ({ subscriber }) => subscriber,
      cell: ({ subscriber }) => raw(subscriber),
    },
    {
      id: 'status',
      title: say('column.status'),
      width: '100px',
      sortBy: ({ status }) => sayPart(`status.${status}`),
      cell: ({ status }) => <Status name={status} />,
    },
    {
      id: 'delivery',
      title: say('column.delivery'),
      width: '100px',
      sortBy: ({ delivery }) => say(`delivery.${delivery}`),
      cell: ({ delivery }) => say(`delivery.${delivery}`),
    },
    {
      id: 'sink',
      title: say('column.sink'),
      width: 'minmax(140px, 1.4fr)',
      sortBy: ({ sink, description }) => sink ?? description,
      cell: ({ sink, description }) => raw(sink ?? description),
    },
    {
      id: 'filter',
      title: say('column.filter'),
      width: 'minmax(120px, 1.2fr)',
      cell: (row) => <FilterOf subscription={row} />,
    },
    {
      id: 'behind',
      title: say('column.behind'),
      width: '84px',
      align: 'end',
      sortBy: ({ progress }) => progress.behind,
      cell: ({ progress }) => raw(progress.behind?.toLocaleString('en')),
    },
    {
      id: 'delivered',
      title: say('column.delivered'),
      width: '108px',
      sortBy: ({ deliveredAt }) => ageOf(deliveredAt),
      cell: ({ deliveredAt }) => deliveredAt !== undefined && <Age since={deliveredAt} />,
    },
    {
      id: 'failing',
      title: say('column.failing'),
      width: '112px',
      sortBy: ({ failingSince }) => ageOf(failingSince),
      cell: ({ failingSince }) =>
        failingSince !== undefined && (
          <Status name="failed">
            <Age since={failingSince} />
          </Status>
        ),
    },
    {
      id: 'created',
      title: say('column.created'),
      width: '110px',
      sortBy: ({ createdAt }) => ageOf(createdAt),
      cell: ({ createdAt }) => <Age since={createdAt} />,
      isExtra: true,
    },
    {
      id: 'by',
      title: say('column.by'),
      width: '130px',
      sortBy: ({ createdBy }) => createdBy.id,
      cell: ({ createdBy }) => raw(createdBy.id),
      isExtra: true,
    },
  ];
}

/** What a subscription wishes, in one line. */
function FilterOf({ subscription }: { readonly subscription: Subscription }) {
  const say = texts.use();
  const line = lineOf(subscription);
  if (line === '') return say('wish.all');
  return <code translate="no">{line ?? JSON.stringify(subscription.filters)}</code>;
}
