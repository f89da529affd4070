import { queryOptions, useQuery } from '@tanstack/react-query';
import { department as serviceOf } from '../api/index.ts';

/** What a department says that it takes and gives. It changes only with a release. */
export const capabilitiesQuery = (department: string) =>
  queryOptions({
    queryKey: ['capabilities', department],
    queryFn: async ({ signal }) => (await serviceOf(department).GET('/v1/capabilities', { signal })).data?.capabilities ?? {},
    staleTime: 600_000,
  });

/** What a department can be asked for, as it says itself. */
export const useCapabilities = (department: string) => useQuery(capabilitiesQuery(department));
