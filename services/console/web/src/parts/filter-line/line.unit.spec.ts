import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLine, printLine, type Token } from './line.ts';

const tokens: fc.Arbitrary<Token[]> = fc.array(
  fc.record({
    key: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/),
    value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\s"\\a:：-]{0,8}$/)),
    isNegated: fc.boolean(),
  }),
);
const read = (text: string) => parseLine(text).tokens.map(({ key, value, isNegated }) => ({ key, value, isNegated }));
const faultsOf = (text: string) => parseLine(text).faults.map(({ code, from, to }) => [code, text.slice(from, to)]);

describe('a filter line', () => {
  test('reads as what it was written from, whatever stands in the values', () => {
    fc.assert(
      fc.property(tokens, (given) => {
        const line = printLine(given);
        expect(parseLine(line).faults).toEqual([]);
        expect(read(line)).toEqual(given);
        expect(printLine(read(line))).toBe(line);
      }),
    );
  });

  test('is read to its end whatever is typed, each thing in its place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\sa":：\\-]{0,20}$/), (text) => {
        const { tokens: found, faults } = parseLine(text);
        const places = [...found, ...faults].toSorted((one, other) => one.from - other.from);
        expect(places.every(({ from, to }, index) => from < to && to <= (places[index + 1]?.from ?? text.length))).toBe(true);
        const covered = places.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);
        expect(covered.trim()).toBe('');
      }),
    );
  });

  test('takes words, negation, quotation marks, and the colon of a Chinese keyboard', () => {
    expect(read('department:taxation  -process:newborn　division：33 cel:"data.n > 3"')).toEqual([
      { key: 'department', value: 'taxation', isNegated: false },
      { key: 'process', value: 'newborn', isNegated: true },
      { key: 'division', value: '33', isNegated: false },
      { key: 'cel', value: 'data.n > 3', isNegated: false },
    ]);
  });

  test('says where something is wrong, and reads the rest', () => {
    expect(faultsOf('taxation process:newborn')).toEqual([['no-key', 'taxation']]);
    expect(faultsOf('type: process:newborn')).toEqual([['no-value', 'type:']]);
    expect(faultsOf('a:b cel:"data.n > 3')).toEqual([['open-quote', 'cel:"data.n > 3']]);
    expect(faultsOf('cel:"a"b c:d')).toEqual([['after-quote', 'cel:"a"b']]);
    expect(read('taxation type: process:newborn')).toEqual([{ key: 'process', value: 'newborn', isNegated: false }]);
  });
});
