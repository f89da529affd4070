import { useQueries, useQuery } from '@tanstack/react-query';
import DataLoader from 'dataloader';
import { orchestrator } from '../api/index.ts';
import { isCaseCode } from '../parts/case-name.ts';

/** Rows ask for one code each; all that ask in the same turn are one request. */
const codes = new DataLoader<string, string | null>(
  async (ids) => {
    const { data } = await orchestrator.GET('/v1/cases', { params: { query: { id: [...ids], limit: 200 } } });
    const found = new Map(data?.items.map(({ id, code }) => [id, code]));
    return ids.map((id) => found.get(id) ?? null);
  },
  // What has been answered is kept by the queries.
  { cache: false, maxBatchSize: 200 },
);

/** The code of a case, by which people call it; undefined until it is known, `null` where there is none, or none that one may see. */
export const useCaseCode = (id: string): string | null | undefined =>
  useQuery({ queryKey: ['case-code', id], queryFn: () => codes.load(id), staleTime: 60_000 }).data;

/** The ids of cases by their codes, as far as they are known by now; `null` where there is no such case. */
export function useCaseIds(wanted: readonly string[]): ReadonlyMap<string, string | null> {
  const found = useQueries({
    queries: wanted.map((code) => ({
      queryKey: ['case-id', code],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (await orchestrator.GET('/v1/cases', { params: { query: { q: code, limit: 1 } }, signal })).data?.items[0]?.id ?? null,
      staleTime: 60_000,
    })),
  });
  return new Map(wanted.flatMap((code, index) => (found[index]?.data === undefined ? [] : [[code, found[index].data] as const])));
}

/** The id of no case: the list of what is about it is empty. */
export const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** The case that somebody has typed, by id or code; `isSought` while a code is being looked up. */
export function useCaseNamed(text: string | undefined): { readonly id: string | undefined; readonly isSought: boolean } {
  const code = text !== undefined && isCaseCode(text) ? text.toUpperCase() : undefined;
  const ids = useCaseIds(code === undefined ? [] : [code]);
  if (code === undefined) return { id: text, isSought: false };
  const found = ids.get(code);
  return { id: found ?? NO_CASE, isSought: found === undefined };
}
