import { expect, test } from '@jest/globals';
import { columns } from './columns.ts';

test('rows become one array per column, in the order asked for; what is absent becomes null', () => {
  const rows: { id: number; name?: string }[] = [{ id: 1, name: 'a' }, { id: 2 }];
  expect(columns(rows, ['name', 'id'])).toEqual([
    ['a', null],
    [1, 2],
  ]);
  expect(columns([], ['id' as never])).toEqual([[]]);
});
