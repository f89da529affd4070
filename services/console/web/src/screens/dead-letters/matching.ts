import { consoleApi, Problem } from '../../api/index.ts';
import { type LetterFilter, ownFilter } from './filter.ts';

export interface Matching {
  readonly service: string;
  /** How many of it wait under the filter. */
  readonly count: number;
}

/** How many wait under the filter, service by service. @throws if one does not say: nothing is settled by halves. */
export async function matching(filter: LetterFilter, signal: AbortSignal): Promise<Matching[]> {
  const query = { ...ownFilter(filter), ...(filter.service !== undefined && { service: filter.service }) };
  const { data } = await consoleApi.GET('/api/dead-letters/summary', { params: { query }, signal });
  const { items = [], missing = [] } = data ?? {};
  if (missing.length > 0) throw new Problem(502, { type: 'unreachable', detail: missing.join(', ') });
  const counts = new Map<string, number>();
  for (const { service, status, count } of items) if (status === 'waiting') counts.set(service, (counts.get(service) ?? 0) + count);
  return Array.from(counts, ([service, count]) => ({ service, count }));
}
