import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase, messagingDatabase, type MessagingDatabase } from '@hengtong/testing';
import fc from 'fast-check';
import { column } from './column.ts';

let fresh: FreshDatabase;
let database: MessagingDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('column');
  database = await messagingDatabase(fresh.url, 'column');
}, 15_000);
afterAll(async () => {
  await database.close();
  await fresh.drop();
}, 15_000);

async function readBack(type: string, values: readonly (string | number | Date | null | undefined)[]): Promise<unknown[]> {
  const { rows } = await database.query<{ value: unknown }>(`select value from unnest($1::${type}[]) as value`, [
    column(values, (value) => value),
  ]);
  return rows.map(({ value }) => value);
}

test('PostgreSQL reads texts as they were, whatever stands in them', async () => {
  const keepable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed());
  const odd = fc.constantFrom('null', 'NULL', '', ' ', '"', '\\', '{}', ',', '\\"', '\n', '横通');
  const values = fc.array(fc.oneof(keepable, odd, fc.constant(null)));
  await fc.assert(fc.asyncProperty(values, async (given) => expect(await readBack('text', given)).toEqual(given)));
});

test('numbers and times too; what is absent is null', async () => {
  expect(await readBack('int', [1, -2, undefined, null])).toEqual([1, -2, null, null]);
  const at = new Date('2026-11-24T08:00:00.123Z');
  expect(await readBack('timestamptz', [at, at.toISOString()])).toEqual([at, at]);
  expect(await readBack('text', [])).toEqual([]);
});
