import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encode, type Message, ORCHESTRATOR, repliesTopic, replyTypes, type WireMessage } from '@hengtong/contracts';
import { eventually, readTopics, sealCommand, type Topics } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { letterFor } from './forged.ts';
import { cases, system } from './shared-system.ts';
import { complete, waitingForOfficerAlone } from './work-items.ts';

describe('a reply that the orchestrator cannot take', () => {
  let topics: Topics;
  beforeAll(async () => void (topics = await readTopics(system)));
  afterAll(() => topics.stop());

  const refusal = (caseId: string, rest: Partial<Message> = {}): WireMessage =>
    sealCommand(caseId, { type: replyTypes.stepRefused, source: 'public-security', data: { code: 'seal.forged' }, ...rest });

  test('to a case that does not exist: a dead letter', async () => {
    const reply = refusal(uuidv7());
    await topics.write(repliesTopic('public-security'), reply);
    expect(await letterFor(ORCHESTRATOR, reply)).toMatchObject({
      code: 'case.unknown',
      reason: expect.stringContaining('there is no case'),
    });
  });

  test('in the name of another department: a dead letter, and the case knows nothing of it', async () => {
    const { id, item } = await waitingForOfficerAlone();
    const reply = refusal(id);
    await topics.write(repliesTopic('taxation'), reply);
    expect(await letterFor(ORCHESTRATOR, reply)).toMatchObject({ code: 'message.foreign-source' });
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
    expect((await cases.events(id)).map(({ type }) => type)).not.toContain('step-failed');
  });

  test('of a department that was not asked: answered with the reason, and the case goes on', async () => {
    const { id, item } = await waitingForOfficerAlone();
    await topics.write(repliesTopic('taxation'), refusal(id, { source: 'taxation' }));
    await eventually(async () => {
      const ignored = (await cases.events(id)).filter(({ type }) => type === 'ignored');
      expect(ignored).toMatchObject([{ data: { reason: 'wrong-department', department: 'taxation' } }]);
    }, 60_000);
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
  });

  test('the same again, 100 times: nothing; under 100 ids: ignored once, with its reason', async () => {
    const { id, item } = await waitingForOfficerAlone();
    const [reply] = await topics.until(() => {
      const replies = topics.of(id).filter(({ topic }) => topic === repliesTopic('taxation'));
      expect(replies).toHaveLength(1);
      return replies.map((message) => message.read());
    });
    if (!reply) throw new Error('taxation has not replied');
    const before = await cases.events(id);
    for (let time = 0; time < 100; time++) await topics.write(repliesTopic('taxation'), encode(reply));
    for (let time = 0; time < 100; time++) await topics.write(repliesTopic('taxation'), encode({ ...reply, id: uuidv7() }));
    // What comes behind them on the same topic shows that they were taken.
    const marker = encode({ ...reply, id: uuidv7(), subject: uuidv7() });
    await topics.write(repliesTopic('taxation'), marker);
    await letterFor(ORCHESTRATOR, marker);
    const after = await cases.events(id);
    expect(after.slice(before.length)).toMatchObject([{ type: 'ignored', step: 'tax', data: { reason: 'duplicate' } }]);
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
  });
});
