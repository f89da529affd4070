import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type CaseSummary, orchestrator } from '../../../api/index.ts';
import { every, LIVE } from '../../../app/queries.ts';
import { zone } from '../../../app/zone.ts';
import { type CaseFilter, type CaseOrder, paramsOf, queryOf } from './case-filter.ts';
import { type HeldRows, holdRows } from './held-rows.ts';

/** Pages up to which the whole list is looked at again and again; a longer one less often. */
const SHORT = 4;
const PAGE = 50;

export interface CaseList extends HeldRows<CaseSummary> {
  readonly isLoading: boolean;
  /** What is shown is still that of the filter before. */
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly more: (() => void) | undefined;
  readonly again: () => void;
  /** Shows what the list is now, new ones first. */
  readonly renew: () => void;
}

/** The cases of a filter in the order of their opening, page by page, live but held still. */
export function useCaseList(filter: CaseFilter, order: CaseOrder): CaseList {
  const zoneNow = zone.use();
  const key = `${paramsOf(filter).toString()} ${order} ${zoneNow}`;
  const { data, isPending, isPlaceholderData, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['cases', key],
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...queryOf(filter, new Date(), zoneNow), order, limit: PAGE, ...(pageParam !== '' && { after: pageParam }) };
      const { data: page } = await orchestrator.GET('/v1/cases', { params: { query }, signal });
      return page ?? { items: [] };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: (query) => every((query.state.data?.pages.length ?? 0) <= SHORT ? LIVE : 5 * LIVE)(query),
    placeholderData: keepPreviousData,
  });
  const [shown, show] = useState<{ readonly key: string; readonly rows: readonly CaseSummary[] }>({ key: '', rows: [] });
  const fresh = data?.pages.flatMap(({ items }) => items) ?? [];
  const held = holdRows(shown.key === key ? shown.rows : [], fresh, !hasNextPage, order);
  useEffect(() => {
    if (data && !isPlaceholderData) show({ key, rows: held.rows.map(({ row }) => row) });
    // `held` follows from these: it is kept only when the list was asked for anew.
  }, [data, isPlaceholderData, key]);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return {
    ...held,
    isLoading: isPending,
    isOld: isPlaceholderData,
    error: data ? null : error,
    more: hasNextPage ? more : undefined,
    again: () => void refetch(),
    renew: () => show({ key, rows: fresh }),
  };
}
