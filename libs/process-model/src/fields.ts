import { bilingual } from '@hengtong/contracts';
import { z } from 'zod';
import { nationalFormats } from './formats.ts';

/** How a field is called in a form, an output or a path. */
export const fieldName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'must start with a letter and hold only letters, digits and _');

const isPattern = (pattern: string): boolean => {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
};

const count = z.number().int().min(0);

/** The JSON Schema keywords that a field may carry, by the type that gives them a meaning. */
const keywords = {
  string: ['pattern', 'format', 'minLength', 'maxLength', 'enum'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum', 'unit'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum', 'unit'],
  boolean: [],
  object: ['properties'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
} as const satisfies Record<string, readonly string[]>;

const free = new Set(['item', 'title', 'required', 'type']);

/**
 * A field of the one form: the data item that it names, and the JSON Schema keywords that its value must satisfy. Unlike in JSON
 * Schema, `required` stands at the field itself, at every depth, and an object takes no other properties than those named.
 */
export const Field = z
  .strictObject({
    item: z.string().min(1).optional(),
    title: bilingual.optional(),
    required: z.boolean().default(false),
    type: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']).optional(),
    unit: z.string().min(1).optional().describe('Of a number: what one of it is, for example CNY'),
    pattern: z.string().refine(isPattern, 'must be a regular expression').optional(),
    format: z.enum(['date', 'date-time', 'time', 'duration', 'email', 'uri', 'uuid', ...nationalFormats]).optional(),
    minLength: count.optional(),
    maxLength: count.optional(),
    enum: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    multipleOf: z.number().positive().optional(),
    minItems: count.optional(),
    maxItems: count.optional(),
    uniqueItems: z.boolean().optional(),
    get items() {
      return Field.optional();
    },
    get properties() {
      return z.record(fieldName, Field).optional();
    },
  })
  .check(({ value, issues }) => {
    const known = new Set<string>(value.type ? keywords[value.type] : []);
    for (const keyword of Object.keys(value).filter((key) => !free.has(key) && !known.has(key))) {
      const message = value.type ? `has no meaning for type ${value.type}: remove it` : 'needs a type beside it: add `type:`';
      issues.push({ code: 'custom', path: [keyword], input: value, message });
    }
  });
export type Field = z.output<typeof Field>;

/** Plain JSON Schema 2020-12, as far as this project reads it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of an object with these fields and no others. */
export function objectSchema(fields: Readonly<Record<string, Field>>): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field)])),
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): JsonSchema {
  const { properties, items, title, ...own } = field;
  const asTheyAre = Object.fromEntries(Object.entries(own).filter(([keyword]) => keyword !== 'required'));
  return {
    ...asTheyAre,
    ...(title && { title: title.en }),
    ...(items && { items: fieldSchema(items) }),
    ...(properties && objectSchema(properties)),
  };
}
