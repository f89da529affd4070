import { expect, test } from '@jest/globals';
import type { Column } from './columns.ts';
import { ageOf, nextSorting, sortRows } from './sorting.ts';

interface Row {
  readonly name: string;
  readonly count?: number;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: '', width: '', cell: () => null, sortBy: ({ name }) => name },
  { id: 'count', title: '', width: '', cell: () => null, sortBy: ({ count }) => count },
  { id: 'plain', title: '', width: '', cell: () => null },
];
const rows: readonly Row[] = [{ name: 'b10', count: 2 }, { name: 'a' }, { name: 'b9', count: 10 }, { name: 'c', count: 2 }];
const sorted = (text: string, of = rows): string =>
  sortRows(of, columns, text, 'zh-CN')
    .map(({ name }) => name)
    .join(' ');

test('numbers go by their size, equals stay as they are, and what has no value comes last from either end', () => {
  expect(sorted('count')).toBe('b10 c b9 a');
  expect(sorted('-count')).toBe('b9 b10 c a');
});

test('words go by the order of the language, numbers within them by their size', () => {
  expect(sorted('name')).toBe('a b9 b10 c');
  expect(sorted('-name')).toBe('c b10 b9 a');
  expect(sorted('name', [{ name: '税务' }, { name: '公安' }, { name: '人社' }])).toBe('公安 人社 税务');
});

test('a column that there is not, or that does not sort, leaves the list as it came', () => {
  for (const text of ['', '-', 'size', '-plain']) expect(sortRows(rows, columns, text, 'en')).toBe(rows);
});

test('one click ascends, the next descends, the next leaves it as it was; another column begins anew', () => {
  expect(['', 'name', '-name', 'count', '-count'].map((text) => nextSorting(text, 'name'))).toEqual(['name', '-name', '', 'name', 'name']);
});

test('ages grow: the latest comes first', () => {
  expect((ageOf('2026-11-24T12:00:00Z') ?? 0) < (ageOf('2026-11-24T11:00:00Z') ?? 0)).toBe(true);
  expect(ageOf(undefined)).toBeUndefined();
});
