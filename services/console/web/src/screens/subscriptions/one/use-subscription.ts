import { useQuery, useQueryClient } from '@tanstack/react-query';
import { eventHub } from '../../../api/index.ts';
import { every, LIVE } from '../../../app/queries.ts';

/** One subscription, looked at every two seconds. */
export function useSubscription(id: string) {
  return useQuery({
    queryKey: ['subscriptions', id],
    queryFn: async ({ signal }) => (await eventHub.GET('/v1/subscriptions/{id}', { params: { path: { id } }, signal })).data,
    refetchInterval: every(LIVE),
  });
}

/** Has all that is shown of subscriptions looked at again, after something was done to one. */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['subscriptions'] });
}
