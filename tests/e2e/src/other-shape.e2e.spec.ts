import { expect, test } from '@jest/globals';
import type { CaseEvent } from '@hengtong/contracts';
import { recordsIn } from '@hengtong/testing';
import { application, cases, system } from './shared-system.ts';

/** When each step was asked and completed, by the sequence of the event. */
function timesOf(events: readonly CaseEvent[], type: string): Map<string | undefined, number> {
  return new Map(events.filter((event) => event.type === type).map(({ step, sequence }) => [step, sequence]));
}

test('a definition from another folder runs in its own shape, without a line of code', async () => {
  const { id } = await cases.open(application('shop-opening'));
  const done = await cases.ended(id);
  expect(done).toMatchObject({ process: 'shop-opening', status: 'closed', outcome: 'granted' });
  expect(Object.keys(done.result ?? {})).toEqual([
    'uscc',
    'fundAccount',
    'socialInsuranceNumber',
    'medicalInsuranceNumber',
    'taxpayerNumber',
  ]);
  expect(Object.values(done.result ?? {})).not.toContain(null);

  const events = await cases.events(id);
  const [asked, completed] = [timesOf(events, 'step-requested'), timesOf(events, 'step-completed')];
  const isAfter = (later: string, ...earlier: string[]): void => {
    for (const step of earlier) expect(asked.get(later)).toBeGreaterThan(completed.get(step) ?? Infinity);
  };
  isAfter('housing-fund', 'register');
  isAfter('social-insurance', 'register');
  isAfter('medical-insurance', 'housing-fund', 'social-insurance');
  isAfter('tax', 'medical-insurance');
  expect(asked.get('social-insurance')).toBeLessThan(completed.get('housing-fund') ?? 0);
});

test('its levels and literals reach the departments', async () => {
  const { id } = await cases.open(application('shop-opening'));
  await cases.ended(id);
  const records = new Map((await recordsIn(system, { caseId: id })).map((record) => [record.department, record]));
  expect(records.get('human-resources')).toMatchObject({ level: 'city', division: '330100' });
  expect(records.get('housing-fund')).toMatchObject({ level: 'county', division: '330106', data: { rate: 8 } });
  expect(records.has('public-security')).toBe(false);
});

test('a step whose condition does not hold is skipped, and its number is null', async () => {
  const alone = application('shop-opening');
  const [employee] = alone.input['employees'] as object[];
  const { id } = await cases.open({ ...alone, input: { ...alone.input, employees: [employee] } });
  const done = await cases.ended(id);
  expect(done).toMatchObject({
    outcome: 'granted',
    steps: { 'medical-insurance': { status: 'skipped' } },
    result: { medicalInsuranceNumber: null },
  });
});
