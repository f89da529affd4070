/** A domain event that a capability gives with its answer: what happened, without a personal field. */
export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
}

export type Answer<Output> =
  | { readonly kind: 'completed'; readonly output: Output; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly code: string; readonly law: string; readonly reason: string };

/** Done: the output for the case, and what others may know of it. */
export const completed = <Output>(output: Output, ...events: DomainEvent[]): Answer<Output> => ({ kind: 'completed', output, events });

/** A lawful no, with its ground: the code is stable, `law` names instrument and article, `reason` says it to the applicant. */
export const refused = (code: string, because: { law: string; reason: string }): Answer<never> => ({ kind: 'refused', code, ...because });
