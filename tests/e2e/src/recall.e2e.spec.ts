import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { caseEvents, commandsTopic, commandTypes, replyTypes } from '@hengtong/contracts';
import { answerOf, eventually, readTopics, sealCommand, suspend, type Topics } from '@hengtong/testing';
import { cases, system } from './shared-system.ts';
import { act, beforeTaxRefuses, inForce, waitingForOfficer, workItems } from './work-items.ts';

const suspended: (() => void)[] = [];
afterEach(() => suspended.splice(0).forEach((goOn) => goOn()));

const by = { by: 'officer 330106-017' };

/** Who comes first is a matter of milliseconds. */
const rounds = [0, 1, 2].flatMap((round) => [{ what: 'claim', round } as const, { what: 'completion', round } as const]);

describe('the messages of a case that an officer has in hand', () => {
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

  test('a recall that comes too late is declined, with the reason; the case goes on', async () => {
    const { id, item, tag } = await waitingForOfficer();
    expect(await act(item, 'claim', by, tag)).toMatchObject({ status: 200 });
    await cases.until(id, ({ steps }) => steps['seal']?.status === 'in-progress');
    const recall = sealCommand(id, {
      type: commandTypes.stepRecallRequested,
      commandkey: `${id}/seal/recall/1`,
      data: {
        capability: 'seal.file',
        division: '330106',
        level: 'county',
        recalls: `${id}/seal/forward/1`,
        cause: { step: 'tax', code: 'tax.arrears' },
      },
    });
    await topics.write(commandsTopic('public-security'), recall);
    const answer = await topics.until(() => {
      const declined = topics.of(id).find(({ headers }) => headers['ce_type'] === replyTypes.stepRecallDeclined);
      if (!declined) throw new Error('the recall is not answered yet');
      return declined.read();
    });
    expect(answer).toMatchObject({ source: 'public-security', causationid: recall.headers['ce_id'], data: { because: 'claimed' } });
    await eventually(async () => {
      const ignored = (await cases.events(id)).filter(({ type }) => type === 'ignored');
      expect(ignored).toMatchObject([{ step: 'seal', data: { reason: 'not-asked', reply: 'step-recall-declined' } }]);
    }, 60_000);
    expect(await act(item, 'completion', {}, '*')).toMatchObject({ status: 200 });
    expect(await cases.ended(id)).toMatchObject({ outcome: 'granted' });
  });

  test.each(rounds)(
    'a $what in the moment of the recall ($round): one of the two has come first, and nothing stays in force',
    async ({ what }) => {
      const { id, item, tag, taxationGoesOn } = await beforeTaxRefuses();
      suspended.push(taxationGoesOn);
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
