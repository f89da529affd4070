import { z } from 'zod';
import { eventSchemas, messageSchemas } from './message-types.ts';

/** Plain JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The schema of each message's body by its `type`, for those who do not read zod. They are open: a consumer ignores fields that it does
 * not know, because within a version others may come (DESIGN §4).
 */
export function messageJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas = Object.entries({ ...messageSchemas, ...eventSchemas }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(schemas.map(([type, schema]) => [type, { title: type, ...z.toJSONSchema(schema, { io: 'input' }) }]));
}
