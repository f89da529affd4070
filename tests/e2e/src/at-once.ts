import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { casesOf, eventually, recordsIn, type RunningSystem, startupRecords } from '@hengtong/testing';
import { demoCases } from '@hengtong/local';
import { expectEveryNumber } from './startup.ts';

/** Opens so many start-ups at the same moment: all are granted, and every department has exactly one record of each. */
export async function expectGrantedAtOnce(system: RunningSystem, count: number): Promise<void> {
  const cases = casesOf(system.orchestratorUrl);
  const make = demoCases();
  const reference = `together-${randomUUID()}`;
  const applications = Array.from({ length: count }, (_, index) => make(index));
  const opened = await Promise.all(applications.map((each) => cases.open({ ...each, applicant: { ...each.applicant, reference } })));
  const ids = new Set(opened.map(({ id }) => id));
  expect(ids.size).toBe(count);

  const outcomes = await eventually(
    async () => {
      const all = await cases.list({ reference });
      expect(all.filter(({ status }) => status !== 'closed')).toEqual([]);
      return all.map(({ outcome }) => outcome);
    },
    90_000,
    250,
  );
  expect(outcomes).toEqual(Array.from({ length: count }, () => 'granted'));

  const results = await Promise.all([...ids].map(async (id) => (await cases.get(id)).result ?? {}));
  results.forEach(expectEveryNumber);
  expect(new Set(results.map(({ uscc }) => uscc)).size).toBe(count);

  const own = (await recordsIn(system)).filter(({ caseId }) => ids.has(caseId));
  expect(own.filter(({ inForce }) => !inForce)).toEqual([]);
  const perCase = Map.groupBy(own, ({ caseId }) => caseId);
  expect(perCase.size).toBe(count);
  const everywhere = Object.keys(startupRecords).sort();
  for (const records of perCase.values()) expect(records.map(({ department }) => department).sort()).toEqual(everywhere);
}
