import { caseEvents } from '@hengtong/contracts';
import type { CaseEvent } from './case-event.ts';

/**
 * What the world learns of an event, on `ht.events.orchestrator`: its type there, and what the contract lets out; never a value.
 * @param asks the steps that were asked for because of it
 */
export function publicEvent(event: CaseEvent, asks: readonly string[] = []): { type: string; data: unknown } {
  const { type, schema } = caseEvents[event.type];
  return { type, data: schema.parse(asks.length > 0 ? { ...event.data, asks } : event.data) };
}
