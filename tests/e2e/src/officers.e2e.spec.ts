import { afterEach, describe, expect, test } from '@jest/globals';
import { answerOf } from '@hengtong/testing';
import { cases } from './shared-system.ts';
import { act, beforeTaxRefuses, inForce, waitingForOfficer, workItems } from './work-items.ts';

const suspended: (() => void)[] = [];
afterEach(() => suspended.splice(0).forEach((goOn) => goOn()));

const by = { by: 'officer 330106-017' };

describe('a step that a person decides', () => {
  test('waits as a work item, is claimed, and completed with what the officer entered', async () => {
    const { id, item, tag } = await waitingForOfficer();
    expect(item).toMatchObject({ caseId: id, step: 'seal', capability: 'seal.file', status: 'waiting', division: '330106', version: 1 });
    expect(tag).toBe('"1"');

    const claimed = await act(item, 'claim', by, tag);
    expect(claimed).toMatchObject({ status: 200, body: { status: 'claimed', claimedBy: by.by, version: 2 } });
    await cases.until(id, ({ steps }) => steps['seal']?.status === 'in-progress');

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
    suspended.push(taxationGoesOn);
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
    suspended.push(taxationGoesOn);
    expect(await act(item, 'claim', by, tag)).toMatchObject({ status: 200 });
    await cases.until(id, ({ steps }) => steps['seal']?.status === 'in-progress');
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
