import { useQueries } from '@tanstack/react-query';
import { orchestrator } from '../../api/index.ts';

/** The ids of cases by their codes, as far as they are known by now; `null` where there is no such case. */
export function useCaseIds(codes: readonly string[]): ReadonlyMap<string, string | null> {
  const found = useQueries({
    queries: codes.map((code) => ({
      queryKey: ['case-id', code],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (await orchestrator.GET('/v1/cases', { params: { query: { q: code, limit: 1 } }, signal })).data?.items[0]?.id ?? null,
      staleTime: 60_000,
    })),
  });
  return new Map(codes.flatMap((code, index) => (found[index]?.data === undefined ? [] : [[code, found[index].data] as const])));
}
