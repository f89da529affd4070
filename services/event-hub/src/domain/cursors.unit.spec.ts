import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Cursors } from './cursors.ts';

const cursors = new Cursors(randomBytes(16));
const position = fc.nat(Number.MAX_SAFE_INTEGER);

test('a position comes back, from every process that has the key', () => {
  const key = randomBytes(16);
  fc.assert(fc.property(position, (at) => expect(new Cursors(key).read(new Cursors(key).of(at))).toBe(at)));
});

test('what nobody was given is no cursor: another hub’s, a changed one, any text', () => {
  const other = new Cursors(randomBytes(16));
  fc.assert(fc.property(position, (at) => expect(cursors.read(other.of(at))).toBeUndefined()));
  fc.assert(
    fc.property(position, fc.nat(21), (at, index) => {
      const cursor = cursors.of(at);
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(cursors.read(changed)).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => expect(cursors.read(text)).toBeUndefined()));
});

test('a cursor does not tell how many events lie before it, nor which of two is the later', () => {
  const [first, second] = [cursors.of(1), cursors.of(2)];
  expect(first).toHaveLength(second.length);
  const alike = [...first].filter((character, index) => character === second[index]).length;
  expect(alike).toBeLessThan(first.length / 2);
});
