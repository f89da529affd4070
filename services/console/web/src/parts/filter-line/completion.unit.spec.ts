import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { complete, completionAt, type FilterField } from './completion.ts';
import { parseLine } from './line.ts';

const fields: FilterField[] = [
  {
    key: 'department',
    title: '部门',
    values: [
      { value: 'taxation', title: '税务' },
      { value: 'health', title: '卫健' },
    ],
  },
  { key: 'process', title: '流程', values: [{ value: 'a b', title: '带空格' }] },
  { key: 'cel', title: '条件表达式' },
];
/** `|` is the cursor. */
const offered = (marked: string) => {
  const cursor = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), cursor, fields).choices.map(({ text }) => text);
};
const taken = (marked: string) => {
  const cursor = marked.indexOf('|');
  const line = marked.replace('|', '');
  const completion = completionAt(line, cursor, fields);
  const [choice] = completion.choices;
  if (!choice) return marked;
  const after = complete(line, completion, choice);
  return `${after.line.slice(0, after.cursor)}|${after.line.slice(after.cursor)}`;
};

describe('completion of a filter line', () => {
  test('offers all words where nothing is typed, and those that begin so where something is', () => {
    expect(offered('|')).toEqual(['department:', 'process:', 'cel:']);
    expect(offered('department:health pr|')).toEqual(['process:']);
    expect(offered('-dep|')).toEqual(['-department:']);
  });

  test('offers values behind a colon, found by what they are called too', () => {
    expect(offered('department:|')).toEqual(['department:taxation', 'department:health']);
    expect(offered('department：税|')).toEqual(['department:taxation']);
    expect(offered('税务|')).toEqual(['department:taxation']);
    expect(offered('unknown:|')).toEqual([]);
  });

  test('puts in what is chosen, and goes on behind it', () => {
    expect(taken('-dep| cel:x')).toBe('-department:| cel:x');
    expect(taken('department:ta|')).toBe('department:taxation |');
    expect(taken('department:ta| cel:x')).toBe('department:taxation |cel:x');
    expect(taken('process:"a |')).toBe('process:"a b" |');
  });

  test('never makes a line wrong that was right', () => {
    fc.assert(
      fc.property(fc.constantFrom('department:taxation', 'dep', 'process:"a b"', '税务', ''), fc.nat(20), (text, at) => {
        const cursor = Math.min(at, text.length);
        const completion = completionAt(text, cursor, fields);
        for (const choice of completion.choices.filter(({ isWhole }) => isWhole)) {
          expect(parseLine(complete(text, completion, choice).line).faults).toEqual([]);
        }
      }),
    );
  });
});
