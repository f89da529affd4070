import { describe, expect, test } from '@jest/globals';
import { lineOf, wishIn } from './wish.ts';

describe('what a subscription wishes', () => {
  test('is said in the words of the hub', () => {
    expect(wishIn('type:a.b.v1 type:a.c.v1 process:startup division:33 -department:taxation').wish).toEqual({
      types: ['a.b.v1', 'a.c.v1'],
      filters: [
        { exact: { process: 'startup' } },
        { prefix: { division: '33' } },
        { cel: '!(has(event.department) && event.department == "taxation")' },
      ],
    });
    expect(wishIn('').wish).toEqual({});
    expect(wishIn('nonsense').faults).toHaveLength(1);
  });

  test('reads as a line that wishes the same', () => {
    for (const line of ['type:a.b.v1 source:taxation', 'type:a.b.v1 type:a.c.v1 process:p division:33', '-step:tax cel:"data.n > 3"', '']) {
      const { wish } = wishIn(line);
      expect(wishIn(lineOf(wish) ?? 'none').wish).toEqual(wish);
    }
  });

  test('is no line where a program has said more than a line can', () => {
    expect(lineOf({ filters: [{ any: [{ exact: { process: 'a' } }] }] })).toBeUndefined();
    expect(lineOf({ filters: [{ prefix: { type: 'gov' } }] })).toBeUndefined();
  });
});
