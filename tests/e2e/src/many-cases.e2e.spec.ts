import { describe, expect, test } from '@jest/globals';
import { application, cases, system } from './shared-system.ts';
import { expectGrantedAtOnce } from './at-once.ts';

test('200 cases at once: all granted, one record each at every department', () => expectGrantedAtOnce(system, 200));

describe('two applications for one name at the same moment', () => {
  test('one is granted, the other refused with its ground, and has left nothing', async () => {
    const [first, second] = [application(), application()];
    second.input['enterpriseName'] = first.input['enterpriseName'];
    const opened = await Promise.all([first, second].map((each) => cases.open(each)));
    const ended = await Promise.all(opened.map(({ id }) => cases.ended(id)));
    expect(new Set(ended.map(({ outcome }) => outcome))).toEqual(new Set(['granted', 'refused']));
    const loser = ended.find(({ outcome }) => outcome === 'refused');
    expect(loser?.steps['register']).toMatchObject({ status: 'refused', refusal: { code: 'enterprise.name-taken' } });
    const statuses = Object.values(loser?.steps ?? {}).map(({ status }) => status);
    expect(statuses).toEqual(['refused', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
  });
});
