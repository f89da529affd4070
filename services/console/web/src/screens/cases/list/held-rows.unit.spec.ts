import { expect, test } from '@jest/globals';
import { holdRows } from './held-rows.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id, status: 'running' }));
const seen = ({ rows: held, news, gone }: ReturnType<typeof holdRows>) => ({
  rows: held.map(({ row, isGone }) => (isGone ? `(${row.id})` : row.id)),
  news,
  gone,
});

test('new cases wait above until they are asked for', () => {
  expect(seen(holdRows(rows('5', '4', '3'), rows('7', '6', '5', '4', '3'), true))).toEqual({ rows: ['5', '4', '3'], news: 2, gone: 0 });
});

test('a case that changed is brought up to date in its place', () => {
  const { rows: held } = holdRows(rows('2', '1'), [{ id: '2', status: 'closed' }, ...rows('1')], true);
  expect(held[0]?.row.status).toBe('closed');
});

test('one that has left the list stays where it is, and is said to be gone', () => {
  expect(seen(holdRows(rows('5', '4', '3'), rows('5', '3'), true))).toEqual({ rows: ['5', '(4)', '3'], news: 0, gone: 1 });
});

test('what was pushed over the end of what was asked for is not gone', () => {
  expect(seen(holdRows(rows('5', '4', '3'), rows('7', '6', '5'), false))).toEqual({ rows: ['5', '4', '3'], news: 2, gone: 0 });
});

test('the next page stands below; what has come in between waits with the new ones', () => {
  expect(seen(holdRows(rows('6', '4'), rows('6', '5', '4', '3', '2'), true))).toEqual({ rows: ['6', '4', '3', '2'], news: 1, gone: 0 });
});

test('where the oldest come first, new ones come at the end, where nothing moves; what has come in between waits', () => {
  expect(seen(holdRows(rows('2', '4'), rows('2', '3', '4', '5'), true, 'oldest'))).toEqual({ rows: ['2', '4', '5'], news: 1, gone: 0 });
  expect(seen(holdRows(rows('2', '4'), rows('1', '2', '4'), true, 'oldest'))).toEqual({ rows: ['2', '4'], news: 1, gone: 0 });
});

test('where the oldest come first, what has left is gone, and what was not asked for is not', () => {
  expect(seen(holdRows(rows('1', '2', '3', '4'), rows('1', '3'), false, 'oldest'))).toEqual({
    rows: ['1', '(2)', '3', '4'],
    news: 0,
    gone: 1,
  });
});

test('an empty list fills at once: there is nothing to be held still', () => {
  expect(seen(holdRows([], rows('2', '1'), true))).toEqual({ rows: ['2', '1'], news: 0, gone: 0 });
});
