import { z } from 'zod';
import { Context } from '../envelope.ts';
import type { JsonSchema } from '../json-schema.ts';

const { properties, required } = z.toJSONSchema(Context, { io: 'input' }) as {
  properties: Readonly<Record<string, JsonSchema>>;
  required: readonly string[];
};

/** What a header says: numbers travel as their digits. */
const asText = (attribute: JsonSchema): JsonSchema => {
  if (attribute['type'] !== 'integer') return attribute;
  const { exclusiveMinimum: _, maximum: __, ...rest } = attribute;
  return { ...rest, type: 'string', pattern: String.raw`^[1-9]\d*$` };
};

/** The headers of a message on Kafka: CloudEvents 1.0, binary mode. */
export const kafkaHeaders: JsonSchema = {
  type: 'object',
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    'content-type': { type: 'string', const: 'application/json' },
    ...Object.fromEntries(Object.entries(properties).map(([name, attribute]) => [`ce_${name}`, asText(attribute)])),
    traceparent: { type: 'string', description: 'W3C Trace Context: one trace from the REST request to the last reply' },
  },
  required: ['ce_specversion', 'content-type', ...required.map((name) => `ce_${name}`)],
};

/** A whole event as one JSON text: CloudEvents 1.0, structured mode. Each message says further what its `type` and `data` are. */
export const structuredEvent: JsonSchema = {
  type: 'object',
  properties: {
    specversion: { type: 'string', const: '1.0' },
    ...properties,
    datacontenttype: { type: 'string', const: 'application/json' },
    data: { type: 'object' },
  },
  required: ['specversion', ...required, 'datacontenttype', 'data'],
};
