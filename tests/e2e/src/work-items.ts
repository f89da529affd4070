import { expect } from '@jest/globals';
import type { OpenCase, Problem, WorkItem } from '@hengtong/contracts';
import { type Answer, answerOf, ask, eventually, listOf, recordsIn, suspend, systemOf } from '@hengtong/testing';
import { application, cases, system } from './shared-system.ts';

const security = systemOf('public-security');
export const workItems = `${system.departments['public-security']}/v1/work-items`;

/** A case whose seal waits for an officer: that work item, and its ETag. */
export interface AtOfficer {
  readonly id: string;
  readonly item: WorkItem;
  readonly tag: string;
}

/** Opens a case whose seal is filed by an officer, and waits for the work item. */
export async function waitingForOfficer(applied: OpenCase = application('seal-by-officer')): Promise<AtOfficer> {
  const { id } = await cases.open(applied);
  const item = await eventually(async () => {
    const [only, ...others] = await listOf<WorkItem>(workItems, { status: 'waiting', caseId: id });
    if (!only) throw new Error('no work item is waiting');
    expect(others).toEqual([]);
    return only;
  }, 60_000);
  return { id, item, tag: (await ask(`${workItems}/${item.id}`)).headers.get('etag') ?? '' };
}

/** The same, when there is nothing else that the case waits for. */
export async function waitingForOfficerAlone(): Promise<AtOfficer> {
  const waiting = await waitingForOfficer();
  await cases.until(waiting.id, ({ steps }) => steps['tax']?.status === 'completed');
  return waiting;
}

/** The same, while taxation, which is going to refuse, is held up: `taxationGoesOn` lets it. */
export async function beforeTaxRefuses(): Promise<AtOfficer & { taxationGoesOn: () => void }> {
  const applied = application('seal-by-officer');
  const { idNumber } = applied.applicant;
  await answerOf(`${system.departments['taxation']}/v1/arrears`, {
    body: { idNumber, reference: 'D-2026-000018', amount: 80 },
    as: systemOf('taxation'),
  });
  const taxationGoesOn = suspend(system, 'taxation');
  try {
    return { ...(await waitingForOfficer(applied)), taxationGoesOn };
  } catch (error) {
    taxationGoesOn();
    throw error;
  }
}

/** What an officer does to a work item. */
export const act = (
  item: WorkItem,
  what: 'claim' | 'completion' | 'refusal',
  body: object,
  ifMatch?: string,
): Promise<Answer<WorkItem & Problem>> =>
  ask(`${workItems}/${item.id}/${what}`, { body, headers: { ...(ifMatch !== undefined && { 'if-match': ifMatch }) }, as: security });

/** Finishes a work item, however it stands. @throws unless it was finished. */
export const complete = (item: WorkItem): Promise<WorkItem> =>
  answerOf(`${workItems}/${item.id}/completion`, { body: {}, headers: { 'if-match': '*' }, as: security });

/** Whether each record of a case is in force. */
export const inForce = async (caseId: string): Promise<boolean[]> => (await recordsIn(system, { caseId })).map((record) => record.inForce);
