import type { z } from 'zod';

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

/** Declares a type of domain event: `gov.hengtong.taxpayer.registered.v1`. */
export interface EventType<Schema extends z.ZodType> {
  readonly type: string;
  readonly schema: Schema;
  (data: z.infer<Schema>): DomainEvent;
}

/** A domain event type that makes its events. Every field of the schema carries `.meta({ item, sensitivity })`, none is personal. */
export function eventType<Schema extends z.ZodType>(type: string, schema: Schema): EventType<Schema> {
  return Object.assign((data: z.infer<Schema>): DomainEvent => ({ type, data }), { type, schema });
}
