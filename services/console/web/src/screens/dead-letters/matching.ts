import { department as serviceOf } from '../../api/index.ts';
import { type LetterFilter, ownFilter } from './filter.ts';

export interface Matching {
  readonly service: string;
  /** How many of it wait under the filter. */
  readonly count: number;
}

/** How many wait under the filter, service by service. @throws if one does not say: nothing is settled by halves. */
export async function matching(services: readonly string[], filter: LetterFilter, signal: AbortSignal): Promise<Matching[]> {
  const counted = await Promise.all(
    services.map(async (service) => {
      const { data } = await serviceOf(service).GET('/v1/dead-letters/summary', { params: { query: ownFilter(filter) }, signal });
      const waiting = (data?.items ?? []).filter(({ status }) => status === 'waiting');
      return { service, count: waiting.reduce((sum, { count }) => sum + count, 0) };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}
