import { expect, test } from '@jest/globals';
import { causesOf, type CausedEvent } from './causes.ts';

function events(
  ...lines: readonly (readonly [type: string, commandKey?: string | undefined, causationId?: string])[]
): readonly CausedEvent[] {
  return lines.map(([type, commandKey, causationId], index) => ({
    sequence: index + 1,
    type,
    data: commandKey === undefined ? {} : { commandKey },
    ...(causationId !== undefined && { causationId }),
  }));
}

test('a reply is caused by what was asked, and what follows from it by the reply', () => {
  const caused = causesOf(
    events(
      ['case-opened'],
      ['step-requested', 'register/1'],
      ['step-completed', 'register/1', 'reply-1'],
      ['step-requested', 'seal/1', 'reply-1'],
      ['step-requested', 'tax/1', 'reply-1'],
      ['step-completed', 'tax/1', 'reply-2'],
      ['step-completed', 'seal/1', 'reply-3'],
      ['case-closed', undefined, 'reply-3'],
    ),
  );
  expect(caused.map(({ event, cause, depth }) => [event.sequence, cause, depth])).toEqual([
    [1, undefined, 0],
    [2, 1, 1],
    [3, 2, 2],
    [4, 3, 3],
    [5, 3, 3],
    [6, 5, 4],
    [7, 4, 4],
    [8, 7, 5],
  ]);
});

test('what came from outside stands at the beginning of a line', () => {
  const caused = causesOf(events(['case-opened'], ['ignored', 'unknown/1', 'reply-9']));
  expect(caused[1]).toMatchObject({ depth: 0 });
  expect(caused[1]?.cause).toBeUndefined();
});
