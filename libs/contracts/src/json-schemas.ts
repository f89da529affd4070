import { bodyJsonSchema } from './body-json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { eventSchemas, messageSchemas } from './message-types.ts';

/** The schema of each message's body by its `type`, for those who do not read zod. */
export function messageJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas = Object.entries({ ...messageSchemas, ...eventSchemas }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(schemas.map(([type, schema]) => [type, bodyJsonSchema(type, schema)]));
}
