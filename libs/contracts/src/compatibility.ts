import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './json-schema.ts';

/** What explains a field and decides nothing. */
const NOTES = new Set(['title', 'description', 'examples', 'item', 'sensitivity', '$comment', '$id']);

/**
 * What a message's schema may not become within one version, with a sentence each. A new optional field is all that may come: whoever
 * reads by the old schema must understand what is written by the new one, and the other way round.
 * @param at JSON pointer of the schema, for the sentences
 */
export function incompatibilities(before: JsonSchema, after: JsonSchema, at = ''): string[] {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const [needed, needs] = [requiredOf(before), requiredOf(after)];
  return [
    ...Object.keys(old).flatMap((name) => {
      const successor = now[name];
      return successor ? incompatibilities(old[name] ?? {}, successor, `${at}/${name}`) : [`${at}/${name} is gone`];
    }),
    ...needs.filter((name) => !needed.includes(name)).map((name) => `${at}/${name} is required now`),
    ...needed.filter((name) => !needs.includes(name)).map((name) => `${at}/${name} is optional now`),
    ...(isDeepStrictEqual(rest(before), rest(after)) ? [] : [`${at || 'the body'} means something else now`]),
  ];
}

const propertiesOf = (schema: JsonSchema) => (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
const requiredOf = (schema: JsonSchema) => (schema['required'] ?? []) as readonly string[];

const rest = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !NOTES.has(keyword) && keyword !== 'properties' && keyword !== 'required'),
  );
