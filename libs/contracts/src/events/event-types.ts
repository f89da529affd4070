import { z } from 'zod';
import { bodyJsonSchema } from '../body-json-schema.ts';
import { fieldsOf, type JsonSchema, sensitivitiesIn } from '../json-schema.ts';
import { Context } from '../envelope.ts';
import { caseEvents } from './case-events.ts';
import { deadLetterRecorded } from './dead-letter-recorded.ts';
import type { EventType, Sharing } from './event-type.ts';
import { hubEvents } from './hub-events.ts';

/** Every type of event that the platform itself writes; departments declare theirs through the department kit. */
export const eventTypes: readonly EventType[] = [...Object.values(caseEvents), deadLetterRecorded, ...Object.values(hubEvents)];

const SENSITIVITIES = new Set(['public', 'internal', 'personal']);

/**
 * What an event must not carry, with a sentence each; none for one that is right. A personal field never stands in an event (DESIGN §4),
 * an internal one only where its owner decides who may have it, and every field says what it is.
 * @param schema JSON Schema of the body
 */
export function sharingFaults(schema: JsonSchema, category: Sharing): string[] {
  const dumb = fieldsOf(schema).filter(({ item, sensitivity }) => item === undefined || !SENSITIVITIES.has(sensitivity ?? ''));
  const found = sensitivitiesIn(schema);
  return [
    ...dumb.map(({ pointer }) => `${pointer} must name its data item and its sensitivity`),
    ...(found.has('personal') ? ['a personal field never stands in an event: let who may see it ask its owner'] : []),
    ...(found.has('internal') && category === 'unconditional' ? ['an internal field needs sharing conditional or none'] : []),
  ];
}

/** Why a type of event is not declared rightly: what it carries, its name, its example. */
export function declarationFaults({ type, schema, sharing, example }: Omit<EventType, 'owner'>): string[] {
  const [name, shown] = [Context.shape.type.safeParse(type), schema.safeParse(example)];
  return [
    ...(name.success ? [] : [`its name ${name.error.issues[0]?.message}`]),
    ...sharingFaults(bodyJsonSchema(type, schema), sharing),
    ...(shown.success ? [] : [`its example breaks its schema: ${z.prettifyError(shown.error)}`]),
  ];
}
