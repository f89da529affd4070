import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, caseEvents, commandTypes, type OpenCase, type Problem, type WorkItem } from '@hengtong/contracts';
import { answerOf, ask, eventually, listOf, readTopics, recordsIn, suspend, type Topics } from '@hengtong/testing';
import { application, cases, system } from './shared-system.ts';

const workItems = `${system.departments['public-security']}/v1/work-items`;

const suspended: (() => void)[] = [];
afterEach(() => suspended.splice(0).forEach((goOn) => goOn()));

/** A case whose seal waits for an officer, and that work item with its ETag. */
async function waitingForOfficer(applied: OpenCase = application('seal-by-officer')): Promise<{ id: string; item: WorkItem; tag: string }> {
  const { id } = await cases.open(applied);
  const item = await eventually(async () => {
    const [only, ...others] = await listOf<WorkItem>(workItems, { status: 'waiting', caseId: id });
    if (!only) throw new Error('no work item is waiting');
    expect(others).toEqual([]);
    return only;
  }, 60_000);
  return { id, item, tag: (await ask(`${workItems}/${item.id}`)).headers.get('etag') ?? '' };
}

/** The same, while taxation, which is going to refuse, has not got round to it. */
async function beforeTaxRefuses(): Promise<{ id: string; item: WorkItem; tag: string; taxationGoesOn: () => void }> {
  const applied = application('seal-by-officer');
  const { idNumber } = applied.applicant;
  await answerOf(`${system.departments['taxation']}/v1/arrears`, { body: { idNumber, reference: 'D-2026-000018', amount: 80 } });
  const taxationGoesOn = suspend(system, 'taxation');
  suspended.push(taxationGoesOn);
  return { ...(await waitingForOfficer(applied)), taxationGoesOn };
}

const act = (item: WorkItem, what: string, body: object, ifMatch?: string) =>
  ask<WorkItem & Problem>(`${workItems}/${item.id}/${what}`, { body, headers: { ...(ifMatch !== undefined && { 'if-match': ifMatch }) } });

const by = { by: 'officer 330106-017' };
const sealIs =
  (status: string) =>
  ({ steps }: Case): boolean =>
    steps['seal']?.status === status;
const inForce = async (caseId: string): Promise<boolean[]> => (await recordsIn(system, { caseId })).map((record) => record.inForce);

describe('a step that a person decides', () => {
  test('waits as a work item, is claimed, and completed with what the officer entered', async () => {
    const { id, item, tag } = await waitingForOfficer();
    expect(item).toMatchObject({ caseId: id, step: 'seal', capability: 'seal.file', status: 'waiting', division: '330106', version: 1 });
    expect(tag).toBe('"1"');

    const claimed = await act(item, 'claim', by, tag);
    expect(claimed).toMatchObject({ status: 200, body: { status: 'claimed', claimedBy: by.by, version: 2 } });
    await cases.until(id, sealIs('in-progress'));

    const next = claimed.headers.get('etag') ?? '';
    const entered = { output: { sealNumber: '3301060999999' }, remark: 'Documents seen.' };
    expect(await act(item, 'completion', entered, next)).toMatchObject({ status: 200, body: { status: 'completed', version: 3 } });
    expect(await cases.ended(id)).toMatchObject({ outcome: 'granted', result: { sealNumber: '3301060999999' } });
    expect(await inForce(id)).toEqual([true, true, true]);
  });

  test('is changed only by who has seen how it stands: 428 without If-Match, 412 with an old one, 409 when it is over', async () => {
    const { id, item, tag } = await waitingForOfficer();
    expect(await act(item, 'claim', by)).toMatchObject({ status: 428, body: { type: expect.stringMatching(/precondition-required$/) } });
    expect(await act(item, 'claim', by, '"7"')).toMatchObject({
      status: 412,
      body: { type: expect.stringMatching(/precondition-failed$/) },
    });
    expect(await act(item, 'claim', by, tag)).toMatchObject({ status: 200 });
    expect(await act(item, 'completion', {}, tag)).toMatchObject({ status: 412 });
    expect(await act(item, 'completion', { output: { sealNumber: 'x' } }, '"2"')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/output/sealNumber' }] },
    });
    expect(await act(item, 'completion', {}, '"2"')).toMatchObject({ status: 200 });
    expect(await act(item, 'completion', {}, '"3"')).toMatchObject({ status: 409, body: { type: expect.stringMatching(/conflict$/) } });
    expect(await cases.ended(id)).toMatchObject({ outcome: 'granted' });
  });

  test('two officers at the same moment: one has it, the other is told so', async () => {
    const { item, tag } = await waitingForOfficer();
    const claims = await Promise.all(['officer 1', 'officer 2'].map((officer) => act(item, 'claim', { by: officer }, tag)));
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(await act(item, 'completion', {}, '*')).toMatchObject({ status: 200 });
  });

  test('is refused with its ground: the case is refused, and what was done is void', async () => {
    const { id, item, tag } = await waitingForOfficer();
    const ground = { code: 'seal.documents-incomplete', law: '印章业治安管理办法', reason: 'A certificate is missing.' };
    expect(await act(item, 'refusal', ground, tag)).toMatchObject({ status: 200, body: { status: 'refused' } });
    const refused = await cases.ended(id);
    expect(refused).toMatchObject({
      outcome: 'refused',
      steps: { seal: { status: 'refused', refusal: ground }, register: { status: 'compensated' } },
    });
    expect(await inForce(id)).toEqual([false, false]);
  });
});

describe('when another step refuses', () => {
  test('what no officer has claimed is called back, and the case is refused without waiting', async () => {
    const { id, item, tag, taxationGoesOn } = await beforeTaxRefuses();
    taxationGoesOn();
    const refused = await cases.ended(id);
    expect(refused).toMatchObject({
      outcome: 'refused',
      steps: { seal: { status: 'recalled' }, tax: { status: 'refused' }, register: { status: 'compensated' } },
    });
    const types = (await cases.events(id)).filter(({ step }) => step === 'seal').map(({ type }) => type);
    expect(types).toEqual(['step-requested', 'step-recall-requested', 'step-recalled']);
    expect(await answerOf(`${workItems}/${item.id}`)).toMatchObject({ status: 'recalled' });
    expect(await act(item, 'claim', by, tag)).toMatchObject({ status: 412 });
    expect(await act(item, 'claim', by, '*')).toMatchObject({ status: 409 });
    expect(await inForce(id)).toEqual([false]);
  });

  test('what an officer has in hand is not called back: the case waits, and undoes it afterwards', async () => {
    const { id, item, tag, taxationGoesOn } = await beforeTaxRefuses();
    expect(await act(item, 'claim', by, tag)).toMatchObject({ status: 200 });
    await cases.until(id, sealIs('in-progress'));
    taxationGoesOn();
    const waiting = await cases.until(id, ({ steps }) => steps['tax']?.status === 'refused');
    expect(waiting).toMatchObject({
      status: 'compensating',
      steps: { seal: { status: 'in-progress' }, register: { status: 'completed' } },
    });

    expect(await act(item, 'completion', {}, '*')).toMatchObject({ status: 200 });
    expect(await cases.ended(id)).toMatchObject({
      outcome: 'refused',
      steps: { seal: { status: 'compensated' }, register: { status: 'compensated' } },
    });
    const events = await cases.events(id);
    expect(events.map(({ type }) => type)).not.toContain('step-recall-requested');
    expect(events.flatMap(({ type, step }) => (type === 'step-compensated' ? [step] : []))).toEqual(['seal', 'register']);
    expect(await inForce(id)).toEqual([false, false]);
  });
});
describe('as the messages show', () => {
  let topics: Topics;
  beforeAll(async () => void (topics = await readTopics(system)));
  afterAll(() => topics.stop());

  test('what an officer does goes on in the trace of the application', async () => {
    const { id, item, tag } = await waitingForOfficer();
    await act(item, 'claim', by, tag);
    await act(item, 'completion', {}, '*');
    await cases.ended(id);
    const own = await topics.until(() => {
      const messages = topics.of(id);
      expect(messages.map(({ headers }) => headers['ce_type'])).toContain(caseEvents['case-closed'].type);
      expect(messages.map(({ headers }) => headers['ce_type'])).toContain('gov.hengtong.seal.filed.v1');
      return messages;
    });
    expect(new Set(own.map(({ headers }) => headers['traceparent']?.split('-')[1])).size).toBe(1);
  });

  test.each(Array.from({ length: 6 }, (_, round) => ({ what: round % 2 ? 'completion' : 'claim', round })))(
    'a $what in the moment of the recall ($round): one of the two has come first, and nothing stays in force',
    async ({ what }) => {
      const { id, item, tag, taxationGoesOn } = await beforeTaxRefuses();
      const publicSecurityGoesOn = suspend(system, 'public-security');
      suspended.push(publicSecurityGoesOn);
      taxationGoesOn();
      await topics.until(() => {
        const recall = topics.of(id).find(({ headers }) => headers['ce_type'] === commandTypes.stepRecallRequested);
        if (!recall) throw new Error('nothing was called back yet');
      });
      const acting = act(item, what, what === 'claim' ? by : {}, tag);
      publicSecurityGoesOn();
      const { status } = await acting;
      if (status === 200 && what === 'claim') expect(await act(item, 'completion', {}, '*')).toMatchObject({ status: 200 });

      const refused = await cases.ended(id);
      expect(refused).toMatchObject({ outcome: 'refused', steps: { seal: { status: status === 200 ? 'compensated' : 'recalled' } } });
      const answer = status === 200 ? 'step-recall-declined' : 'step-recalled';
      expect((await cases.events(id)).map(({ type }) => type)).toContain(answer);
      expect(await answerOf(`${workItems}/${item.id}`)).toMatchObject({ status: status === 200 ? 'completed' : 'recalled' });
      expect(await inForce(id)).not.toContain(true);
    },
  );
});
