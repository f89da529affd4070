/** What is asked for, as it stands in the address. All of it has to apply. */
export interface LetterFilter {
  readonly service?: string;
  readonly status?: 'waiting' | 'redriven' | 'discarded';
  readonly code?: string;
  readonly topic?: string;
  readonly caseId?: string;
  readonly q?: string;
}

export const statuses = ['waiting', 'redriven', 'discarded'] as const;

/** Reads the address. Those that wait are shown unless another status, or `all`, stands there. The case that it names has this id. */
export function filterIn(params: URLSearchParams, caseId: string | undefined): LetterFilter {
  const status = statuses.find((each) => each === (params.get('status') ?? 'waiting'));
  const texts = (['service', 'code', 'topic', 'q'] as const).flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []));
  return { ...(Object.fromEntries(texts) as LetterFilter), ...(status && { status }), ...(caseId && { caseId }) };
}

/** What a service is asked for by: the rest of a filter, without the service and the status. */
export function ownFilter({ code, topic, caseId, q }: LetterFilter): Omit<LetterFilter, 'service' | 'status'> {
  return { ...(code && { code }), ...(topic && { topic }), ...(caseId && { caseId }), ...(q && { q }) };
}
