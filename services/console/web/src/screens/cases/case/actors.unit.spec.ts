import { expect, test } from '@jest/globals';
import { actsOf } from './actors.ts';

test('what each did, those first who came first; an officer for whom a system acted is somebody of their own', () => {
  const system = { type: 'system' as const, id: 'taxation' };
  const acts = actsOf([
    { type: 'case-opened', at: '1', actor: { type: 'portal', id: 'portal' } },
    { type: 'step-completed', at: '2', actor: system },
    { type: 'step-completed', at: '3', actor: { ...system, onBehalfOf: '周岩' } },
    { type: 'step-completed', at: '4', actor: system },
  ]);
  expect(acts.map(({ actor, counts, first, last }) => [actor.id, actor.onBehalfOf, counts, first, last])).toEqual([
    ['portal', undefined, [['case-opened', 1]], '1', '1'],
    ['taxation', undefined, [['step-completed', 2]], '2', '4'],
    ['taxation', '周岩', [['step-completed', 1]], '3', '3'],
  ]);
});
