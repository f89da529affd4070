import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { commandTypes } from './commands.ts';
import { incompatibilities } from './compatibility.ts';
import { Context, decode, encode } from './envelope.ts';
import { type JsonSchema, messageJsonSchemas } from './json-schemas.ts';
import { eventSchemas, messageSchemas } from './message-types.ts';

const schemas = { ...messageSchemas, ...eventSchemas };
const types = Object.keys(schemas).toSorted((a, b) => (a < b ? -1 : 1));

const folder = (name: string): string => join(import.meta.dirname, '..', name);
const filesIn = (name: string): string[] => readdirSync(folder(name)).map((file) => file.replace(/\.json$/, ''));
const read = (name: string, type: string): unknown => JSON.parse(readFileSync(join(folder(name), `${type}.json`), 'utf8'));

/** Every field, with what it says of itself; of an object that says nothing, its fields. */
function fieldsOf(schema: JsonSchema, at: string): { at: string; item: unknown; sensitivity: unknown }[] {
  return Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, field]) => {
    const nested = field['properties'] && field['item'] === undefined;
    return nested ? fieldsOf(field, `${at}/${name}`) : [{ at: `${at}/${name}`, item: field['item'], sensitivity: field['sensitivity'] }];
  });
}

describe('fields', () => {
  const context = z.toJSONSchema(Context, { io: 'input' });

  test('of every message, and of its context, name the data item that they carry and who may see it', () => {
    const fields = Object.entries({ ...messageJsonSchemas(), context }).flatMap(([type, schema]) => fieldsOf(schema, type));
    const dumb = fields.filter(
      ({ item, sensitivity }) => typeof item !== 'string' || !['public', 'internal', 'personal'].includes(String(sensitivity)),
    );
    expect(dumb).toEqual([]);
    expect(fields).toContainEqual({ at: `${commandTypes.stepRequested}/input`, item: 'step.input', sensitivity: 'personal' });
  });

  test('of events are never personal', () => {
    const events = Object.entries(messageJsonSchemas()).filter(([type]) => type in eventSchemas);
    const fields = [...events, ['context', context] as const].flatMap(([type, schema]) => fieldsOf(schema, type));
    expect(fields.filter(({ sensitivity }) => sensitivity !== 'public')).toEqual([]);
    for (const [, schema] of events) expect(JSON.stringify(schema)).not.toContain('personal');
  });
});

describe('golden files', () => {
  test('there is one of every type', () => {
    expect(filesIn('golden')).toEqual(expect.arrayContaining(types));
  });

  test.each(filesIn('golden'))('%s, as it was released, is still read, and written as it was', (type) => {
    const { headers, body } = read('golden', type) as { headers: Record<string, string>; body: unknown };
    const message = decode(headers, JSON.stringify(body));
    expect(message.type).toBe(type);
    expect(encode(message)).toMatchObject({ headers, key: headers['ce_subject'] });
    expect(schemas[type]?.parse(message.data)).toEqual(body);
  });
});

describe('JSON Schemas', () => {
  test('are kept of every type, as the code says them', () => {
    expect(filesIn('schemas').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(types);
    for (const [type, schema] of Object.entries(messageJsonSchemas()))
      expect({ type, schema: read('schemas', type) }).toEqual({ type, schema });
  });

  test.each(filesIn('schemas'))('%s has only got optional additions since', (type) => {
    expect(incompatibilities(read('schemas', type) as JsonSchema, messageJsonSchemas()[type] ?? {})).toEqual([]);
  });
});
