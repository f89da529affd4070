import { z } from 'zod';
import type { JsonSchema } from './json-schema.ts';

/**
 * The JSON Schema of a message's body, under its `type`. It is open: a consumer ignores fields that it does not know, because within a
 * version others may come (DESIGN §4).
 */
export const bodyJsonSchema = (type: string, schema: z.ZodType): JsonSchema => ({
  title: type,
  ...z.toJSONSchema(schema, { io: 'input' }),
});
