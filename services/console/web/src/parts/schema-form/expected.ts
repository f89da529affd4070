import type { schemaFormTexts } from './texts.ts';
import type { Schema } from './titled.ts';

type Say = typeof schemaFormTexts.say;

/** What is wrong with a value by a keyword of its schema, and what is expected, as far as the schema says it. */
export function faultOf(keyword: string, schema: Schema, say: Say): string {
  const limit = schema[keyword];
  const fault = say(wordOf(keyword));
  const what = keyword === 'pattern' || keyword === 'format' ? shapeOf(keyword, schema, say) : boundOf(keyword, limit, say);
  return what === undefined ? fault : say('expected', { fault, what });
}

/** `^\d{13}$` or `^\d{8,13}$`, which is all that most patterns ask for. */
const DIGITS = /^\^(?:\\d|\[0-9\])\{(\d+)(?:,(\d+))?\}\$$/;

function shapeOf(keyword: 'pattern' | 'format', schema: Schema, say: Say): string | undefined {
  const { [keyword]: shape, description, examples } = schema;
  const [, least, most] = DIGITS.exec(String(shape)) ?? [];
  if (least !== undefined) return most === undefined ? say('digits', { least }) : say('digitsBetween', { least, most });
  if (typeof description === 'string') return description;
  if (Array.isArray(examples) && examples.length > 0) return say('example', { example: String(examples[0]) });
  return typeof shape === 'string' ? shape : undefined;
}

function boundOf(keyword: string, limit: unknown, say: Say): string | undefined {
  if (keyword === 'enum' && Array.isArray(limit)) return limit.map(String).join(say('or'));
  const bound = bounds.find((each) => each === keyword);
  return bound !== undefined && typeof limit === 'number' ? say(`bound.${bound}`, { limit }) : undefined;
}

const bounds = ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems'] as const;

const words = [...bounds, 'required', 'type', 'pattern', 'format', 'enum', 'const', 'additionalProperties'] as const;

function wordOf(keyword: string) {
  return words.find((word) => word === keyword) ?? 'other';
}
