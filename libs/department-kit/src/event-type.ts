import { type AboutEvent, declarationFaults, type EventType as Described } from '@hengtong/contracts';
import type { z } from 'zod';
import type { DomainEvent } from './answers.ts';

/** A type of domain event as a department declares it; the department is its owner. */
export type DeclaredEvent<Schema extends z.ZodType = z.ZodType> = Omit<Described<string, Schema>, 'owner'>;

/** A declared type that makes its events. */
export interface EventType<Schema extends z.ZodType> extends DeclaredEvent<Schema> {
  (data: z.infer<Schema>): DomainEvent;
}

/** What is said of a type of event: `retention` is `case` unless told. */
type About<Schema extends z.ZodType> = Omit<AboutEvent<Schema>, 'retention'> & Partial<Pick<AboutEvent<Schema>, 'retention'>>;

/**
 * Declares a type of domain event, `gov.hengtong.taxpayer.registered.v1`, which makes its events. Every field of the schema carries
 * `.meta({ item, sensitivity })`; none is personal, and an internal one needs sharing `conditional` or `none`.
 * @throws if it is declared otherwise, or its example breaks its schema: such a department does not start
 */
export function eventType<Schema extends z.ZodType>(type: string, schema: Schema, about: About<Schema>): EventType<Schema> {
  const declared: DeclaredEvent<Schema> = { type, schema, retention: 'case', ...about };
  const faults = declarationFaults(declared);
  if (faults.length > 0) throw new Error(`${type} cannot be an event: ${faults.join('; ')}`);
  return Object.assign((data: z.infer<Schema>): DomainEvent => ({ type, data }), declared);
}
