import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Case, CaseEvent, OpenCase } from '@hengtong/contracts';
import { answerOf, readTopics, recordsIn, suspend, systemOf } from '@hengtong/testing';
import { application, cases, system } from './shared-system.ts';

const suspended: (() => void)[] = [];
const hold = (service: string): (() => void) => {
  const goOn = suspend(system, service);
  suspended.push(goOn);
  return goOn;
};
const release = (): void => suspended.splice(0).forEach((goOn) => goOn());
afterEach(release);

/** The steps of the events of a type, in order. */
const steps = (events: readonly CaseEvent[], type: string) => events.filter((event) => event.type === type).map(({ step }) => step);

describe('taxation refuses after the seal and both insurances are done, while the housing fund is under way', () => {
  let applied: OpenCase;
  let waiting: Case;
  let eventsThen: CaseEvent[];
  let refused: Case;
  let events: CaseEvent[];

  beforeAll(async () => {
    applied = application();
    const { idNumber } = applied.applicant;
    await answerOf(`${system.departments['taxation']}/v1/arrears`, {
      body: { idNumber, reference: 'D-2026-000017', amount: 1200.5 },
      as: systemOf('taxation'),
    });
    const fundGoesOn = hold('housing-fund');
    const taxationGoesOn = hold('taxation');
    const { id } = await cases.open(applied);
    const isDone = ({ steps: now }: Case) =>
      ['seal', 'social-insurance', 'medical-insurance'].every((name) => now[name]?.status === 'completed');
    await cases.until(id, isDone);
    taxationGoesOn();
    waiting = await cases.until(id, (now) => now.steps['tax']?.status === 'refused');
    eventsThen = await cases.events(id);
    fundGoesOn();
    refused = await cases.ended(id);
    events = await cases.events(id);
  });
  afterAll(release);

  test('the case waits for the housing fund, and undoes nothing meanwhile', () => {
    expect(waiting).toMatchObject({ status: 'compensating', steps: { 'housing-fund': { status: 'requested' } } });
    expect(eventsThen.at(-1)).toMatchObject({ type: 'step-refused', step: 'tax', data: { code: 'tax.arrears', law: '税收征收管理法 44' } });
  });

  test('then undoes what was done, one by one, last first, and is refused', () => {
    expect(refused).toMatchObject({ status: 'closed', outcome: 'refused', steps: { tax: { status: 'refused' } } });
    const done = steps(events, 'step-completed');
    expect(done).toHaveLength(5);
    expect(done.at(-1)).toBe('housing-fund');
    const undone = events.flatMap(({ type, step }) => (type.startsWith('step-compensat') ? [`${type} ${step}`] : []));
    expect(undone).toEqual(done.toReversed().flatMap((step) => [`step-compensation-requested ${step}`, `step-compensated ${step}`]));
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(refused.result).toBeUndefined();
  });

  test('no record of the case is in force anywhere; each stays, void, with its cause', async () => {
    const records = await recordsIn(system, { caseId: refused.id });
    expect(records.map(({ department }) => department).sort()).toEqual([
      'healthcare-security',
      'housing-fund',
      'human-resources',
      'market-regulation',
      'public-security',
    ]);
    for (const record of records) {
      const { createdAt, voidedAt = '' } = record;
      expect(record).toMatchObject({
        inForce: false,
        voidedBecause: { step: 'tax', code: 'tax.arrears' },
        data: { name: applied.input['enterpriseName'] },
      });
      expect(Date.parse(voidedAt)).toBeGreaterThanOrEqual(Date.parse(createdAt));
    }
  });
  test('the world is told of each record that is void', async () => {
    const topics = await readTopics(system);
    const records = await recordsIn(system, { caseId: refused.id });
    const told = await topics.until(() => {
      const voided = topics.of(refused.id).filter(({ headers }) => headers['ce_type'] === 'gov.hengtong.record.voided.v1');
      expect(voided).toHaveLength(records.length);
      return voided.map((message) => message.read());
    });
    await topics.stop();
    const expected = records.map(({ department, type, id }) => ({
      source: department,
      data: { recordType: type, recordId: id, cause: 'tax.arrears' },
    }));
    expect(told.map(({ source, data }) => ({ source, data }))).toEqual(expect.arrayContaining(expected));
  });

  test('the same name can be applied for again, once the taxes are paid', async () => {
    const { idNumber } = applied.applicant;
    await answerOf(`${system.departments['taxation']}/v1/arrears`, {
      body: { idNumber, reference: 'D-2026-000017', amount: 0 },
      as: systemOf('taxation'),
    });
    const { id } = await cases.open(applied);
    expect(await cases.ended(id)).toMatchObject({ status: 'closed', outcome: 'granted' });
  });
});
