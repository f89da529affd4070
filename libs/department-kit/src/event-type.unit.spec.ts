import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { field, Golden, goldenFaults, type Sharing } from '@hengtong/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventType } from './event-type.ts';
import { recordVoided } from './events.ts';

const TYPE = 'gov.hengtong.seal.filed.v1';
const filed = (schema: z.ZodType, sharing: Sharing = 'conditional', type = TYPE) =>
  eventType(type, schema, { title: { zh: '印', en: 'Seal' }, description: { zh: '印', en: 'Seal' }, sharing, example: { seal: '7' } });

test.each([
  ['a personal field', () => filed(z.object({ seal: field(z.string(), 'person.name', 'personal') }), 'none'), 'never stands in an event'],
  [
    'an internal field for everybody',
    () => filed(z.object({ seal: field(z.string(), 'seal.number', 'internal') }), 'unconditional'),
    'needs sharing conditional',
  ],
  ['a field that says nothing', () => filed(z.object({ seal: z.string() })), '/seal must name its data item'],
  ['an example that is none', () => filed(z.object({ seal: field(z.number(), 'seal.number') })), 'its example breaks its schema'],
  ['another kind of name', () => filed(z.object({}), 'none', 'seal.filed'), 'its name must be like'],
])('%s keeps a type of event from being declared', (_, declare, sentence) => {
  expect(declare).toThrow(sentence);
});

test('a voided record is still told of as it was released', () => {
  const file = join(import.meta.dirname, '../golden', `${recordVoided.type}.json`);
  expect(goldenFaults(recordVoided.type, recordVoided.schema, Golden.parse(JSON.parse(readFileSync(file, 'utf8'))))).toEqual([]);
});
