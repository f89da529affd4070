import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClientBase } from 'pg';
import { loader } from './loader.ts';
import { table } from './table.ts';
import { type Stamp, UnitOfWork } from './unit-of-work.ts';

/** No statement of this file gets as far as a database: loaders and tables say what they would have asked and written. */
const db = {} as ClientBase;
const stamp: Stamp = ({ topic, ...rest }, time, { id }) => ({
  topic,
  message: { id: 'id', source: 'test', time, ...rest, ...(id && { causationid: id }) },
});
const now = '2026-11-24T08:00:00.000Z';

interface Entry {
  readonly account: string;
  readonly amount: number;
}

/** Accounts whose stored balance is 100 each, but for those that are not there. */
function bank(): {
  work: UnitOfWork;
  asked: string[][];
  written: Entry[][];
  entries: ReturnType<typeof table<Entry>>;
  balance: ReturnType<typeof loader<string, number>>;
} {
  const asked: string[][] = [];
  const written: Entry[][] = [];
  const entries = table<Entry>('entries', async (_, rows) => void written.push([...rows]));
  const balance = loader<string, number>({
    name: 'balance',
    absent: 0,
    query: async (_, accounts) => {
      asked.push([...accounts]);
      return new Map(accounts.filter((account) => !account.startsWith('new')).map((account) => [account, 100]));
    },
    sees: {
      table: entries,
      keyOf: (row) => (row as Entry).account,
      apply: (value, row) => value + (row as Entry).amount,
    },
  });
  return { work: new UnitOfWork(db, stamp, now), asked, written, entries, balance };
}

test('what many handlers ask for in one turn is one question, and each key is asked for once', async () => {
  const { work, asked, balance } = bank();
  const units = Array.from({ length: 50 }, () => work.open({}).unit);
  const answers = await Promise.all(units.map((unit, n) => unit.load(balance, n % 2 === 0 ? 'a' : 'new')));
  expect(asked).toEqual([['a', 'new']]);
  expect(new Set(answers)).toEqual(new Set([100, 0]));
  expect(await work.open({}).unit.load(balance, 'a')).toBe(100);
  expect(asked).toHaveLength(1);
});

test('a handler sees what it writes; others only once it has returned', async () => {
  const { work, entries, balance } = bank();
  const [first, second] = [work.open({}), work.open({})];
  first.unit.write(entries, { account: 'a', amount: -30 });
  expect(await first.unit.load(balance, 'a')).toBe(70);
  expect(await first.unit.load(balance, 'b')).toBe(100);
  expect(await second.unit.load(balance, 'a')).toBe(100);
  first.merge();
  expect(await second.unit.load(balance, 'a')).toBe(70);
});

test('what a handler wrote and sent before it threw is seen by nobody and goes nowhere', async () => {
  const { work, written, entries, balance } = bank();
  const failed = work.open({}).unit;
  failed.write(entries, { account: 'a', amount: -30 });
  failed.send({ topic: 't', type: 'x', subject: 's', data: 1 });
  const next = work.open({});
  expect(await next.unit.load(balance, 'a')).toBe(100);
  next.merge();
  await Promise.all(work.flush());
  expect(written).toEqual([]);
  expect(work.outgoing).toEqual([]);
});

test('each table is written by one statement, those of a lower rank first', async () => {
  const order: string[] = [];
  const writes = (name: string, rank: number) => table<number>(name, async (_, rows) => void order.push(`${name} ${rows.join(',')}`), rank);
  const [last, first, middle] = [writes('last', 2), writes('first', 0), writes('middle', 1)];
  const work = new UnitOfWork(db, stamp, now);
  for (const n of [1, 2]) {
    const { unit, merge } = work.open({});
    for (const where of [last, middle, first]) unit.write(where, n);
    merge();
  }
  await Promise.all(work.flush());
  expect(order).toEqual(['first 1,2', 'middle 1,2', 'last 1,2']);
});

test('messages leave in the order in which their handlers returned, each with what caused it and the moment of the batch', () => {
  const work = new UnitOfWork(db, stamp, now);
  const [first, second] = [work.open({ id: 'cause-1' }), work.open({ id: 'cause-2' })];
  first.unit.send({ topic: 't', type: 'x', subject: 's', data: 1 });
  second.unit.send({ topic: 't', type: 'x', subject: 's', data: 2 });
  second.unit.send({ topic: 't', type: 'x', subject: 's', data: 3 });
  second.merge();
  first.merge();
  expect(work.outgoing.map(({ message }) => [message.data, message.causationid, message.time])).toEqual([
    [2, 'cause-2', now],
    [3, 'cause-2', now],
    [1, 'cause-1', now],
  ]);
});

test('the first question that the database refuses is the fault of the whole batch', async () => {
  const work = new UnitOfWork(db, stamp, now);
  const refused = (reason: string) => loader<string, number>({ name: reason, absent: 0, query: () => Promise.reject(new Error(reason)) });
  expect(work.fault).toBeUndefined();
  await expect(work.open({}).unit.load(refused('deadlock detected'), 'a')).rejects.toThrow('deadlock detected');
  await expect(work.open({}).unit.load(refused('current transaction is aborted'), 'a')).rejects.toThrow('aborted');
  expect(work.fault).toEqual(new Error('deadlock detected'));
});

test('whatever handlers write, return or throw: a balance is what the accounts had, and what those before wrote who returned', async () => {
  const jobs = fc.record({
    writes: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'new'), fc.integer({ min: -5, max: 5 }))),
    returns: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(jobs, { maxLength: 8 }), async (all) => {
      const { work, asked, entries, balance } = bank();
      const expected = new Map([
        ['a', 100],
        ['b', 100],
        ['new', 0],
      ]);
      for (const { writes, returns } of all) {
        const { unit, merge } = work.open({});
        const own = new Map(expected);
        for (const [account, amount] of writes) {
          unit.write(entries, { account, amount });
          own.set(account, (own.get(account) ?? 0) + amount);
          expect(await unit.load(balance, account)).toBe(own.get(account));
        }
        if (!returns) continue;
        merge();
        for (const [account, value] of own) expected.set(account, value);
      }
      for (const [account, value] of expected) expect(await work.open({}).unit.load(balance, account)).toBe(value);
      expect(asked.flat().length).toBeLessThanOrEqual(3);
    }),
  );
});
