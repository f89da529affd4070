import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { commandTypes } from './commands.ts';
import { incompatibilities } from './compatibility.ts';
import { Context } from './envelope.ts';
import { Golden, goldenFaults } from './events/golden.ts';
import { fieldsOf, type JsonSchema, sensitivitiesIn } from './json-schema.ts';
import { messageJsonSchemas } from './json-schemas.ts';
import { eventSchemas, messageSchemas } from './message-types.ts';

const schemas = { ...messageSchemas, ...eventSchemas };
const types = Object.keys(schemas).toSorted((a, b) => (a < b ? -1 : 1));

const folder = (name: string): string => join(import.meta.dirname, '..', name);
const filesIn = (name: string): string[] => readdirSync(folder(name)).map((file) => file.replace(/\.json$/, ''));
const read = (name: string, type: string): unknown => JSON.parse(readFileSync(join(folder(name), `${type}.json`), 'utf8'));

describe('fields', () => {
  const context = z.toJSONSchema(Context, { io: 'input' });

  test('of every message, and of its context, name the data item that they carry and who may see it', () => {
    const fields = Object.entries({ ...messageJsonSchemas(), context }).flatMap(([type, schema]) => fieldsOf(schema, type));
    const dumb = fields.filter(
      ({ item, sensitivity }) => item === undefined || !['public', 'internal', 'personal'].includes(String(sensitivity)),
    );
    expect(dumb).toEqual([]);
    expect(fields).toContainEqual(
      expect.objectContaining({ pointer: `${commandTypes.stepRequested}/input`, item: 'step.input', sensitivity: 'personal' }),
    );
  });

  test('of the context are public: it goes wherever an event goes', () => {
    expect([...sensitivitiesIn(context)]).toEqual(['public']);
  });
});

describe('golden files', () => {
  test('there is one of every type', () => {
    expect(filesIn('golden')).toEqual(expect.arrayContaining(types));
  });

  test.each(filesIn('golden'))('%s, as it was released, is still read, and written as it was', (type) => {
    const schema = schemas[type];
    expect(schema && goldenFaults(type, schema, Golden.parse(read('golden', type)))).toEqual([]);
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
