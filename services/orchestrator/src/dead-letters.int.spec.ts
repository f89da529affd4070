import { describe, expect, test } from '@jest/globals';
import {
  type DeadLetter,
  type DeadLetterCount,
  type DeadLetterDisclosure,
  deadLetterRecordedType,
  type DisclosedDeadLetter,
  type Message,
  type Problem,
  replyTypes,
  type SettledDeadLetters,
} from '@hengtong/contracts';
import { operator } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterwards, Backbone, registered } from './testing/backbone.ts';
import type { Conversation } from './testing/conversation.ts';
import type { Answer } from './testing/rest.ts';

type Fault = Pick<Problem, 'detail' | 'errors'>;
/** What settling answers: the letter, or why not. */
type Settled = DeadLetter & Fault;

describe('dead letters', () => {
  const backbone = new Backbone();
  const FORTY_DAYS_AGO = Date.now() - 40 * 86_400_000;

  interface Stalled {
    readonly bakery: Conversation;
    /** What the department has sent. */
    readonly reply: Message;
    readonly letter: string;
  }

  /** A case whose registration was answered in a way that made a dead letter of it. */
  async function stalledBy(answer: (bakery: Conversation) => Promise<Message>): Promise<Stalled> {
    const bakery = await backbone.open();
    await bakery.asks('register');
    const reply = await answer(bakery);
    const told = await backbone.bus.until('a dead letter', () => backbone.bus.of(bakery.id, deadLetterRecordedType)[0]);
    return { bakery, reply, letter: (told.data as { deadLetter: string }).deadLetter };
  }

  /** Nothing is wrong with the answer but its age, so that it can be taken when somebody says so. */
  const stalledByAge = () => stalledBy((bakery) => bakery.from('register').answers(registered, { id: uuidv7({ msecs: FORTY_DAYS_AGO }) }));
  const stalledByBody = () => stalledBy((bakery) => bakery.from('register').says(replyTypes.stepCompleted, { output: 'none' }));

  const redrive = (letter: string) => backbone.rest.post<Settled>(`/v1/dead-letters/${letter}/redrive`);
  const discard = (letter: string, reason: unknown = 'answered by telephone') =>
    backbone.rest.post<Settled>(`/v1/dead-letters/${letter}/discard`, { reason });
  const show = async (letter: string) => (await backbone.rest.get<DeadLetter>(`/v1/dead-letters/${letter}`)).body;

  test('are shown with their headers and the form of their body, and listed newest first, a page at a time', async () => {
    const [first, second] = [await stalledByBody(), await stalledByBody()];
    const listed = await backbone.rest.list<DeadLetter>('/v1/dead-letters', { limit: '1', status: 'waiting' });
    expect(listed.slice(0, 2).map(({ id }) => id)).toEqual([second.letter, first.letter]);
    expect({ ...listed[0], structure: { output: '***' } }).toEqual(await show(second.letter));
    expect(await show(second.letter)).toMatchObject({
      caseId: second.bakery.id,
      step: 'register',
      topic: 'ht.replies.market-regulation',
      partition: 0,
      bus: expect.stringMatching(/^kafka:/),
      status: 'waiting',
      code: 'message.breaks-schema',
      headers: { ce_id: second.reply.id, ce_source: 'market-regulation', ce_commandkey: `${second.bakery.id}/register/forward/1` },
      bytes: 17,
    });
  });

  test('show their body in clear to one who says why, and keep who it was', async () => {
    const { letter } = await stalledByBody();
    const address = `/v1/dead-letters/${letter}/disclosures`;
    isProblem(await backbone.rest.post<Fault>(address, { reason: '' }), 400, '/reason');
    const disclosed = await backbone.rest.post<DisclosedDeadLetter>(address, { reason: 'the department asks what it had sent' });
    expect(disclosed).toMatchObject({ status: 201, body: { id: letter, body: '{"output":"none"}' } });
    const seen = await backbone.rest.get<{ items: DeadLetterDisclosure[] }>(address);
    expect(seen.body.items).toEqual([
      {
        id: expect.any(String),
        by: { type: 'operator', id: operator.sub },
        reason: 'the department asks what it had sent',
        at: expect.any(String),
      },
    ]);
    isProblem(await backbone.rest.post<Fault>(`/v1/dead-letters/${uuidv7()}/disclosures`, { reason: 'anything' }), 404);
  });

  test('that match a filter are run again together, unless their number has changed; what fails is named', async () => {
    const [good, bad] = [await stalledByAge(), await stalledByBody()];
    const all = await backbone.rest.list<DeadLetter>('/v1/dead-letters', { status: 'waiting' });
    const many = (path: string, body: object) => backbone.rest.post<SettledDeadLetters & Problem>(`/v1/dead-letters/${path}`, body);
    const changed = await many('redrives', { filter: {}, count: all.length + 1 });
    isProblem(changed, 409);
    expect(changed.body).toMatchObject({ count: all.length, detail: expect.stringContaining(`there are ${all.length} now`) });
    for (const { bakery, letter } of [good, bad]) {
      const filter = { caseId: bakery.id };
      const { body } = await many('redrives', { filter, count: 1 });
      expect(body).toEqual(
        letter === good.letter
          ? { done: 1, failed: [], remaining: 0 }
          : { done: 0, failed: [{ id: letter, detail: expect.stringMatching(/^it fails again/) }], remaining: 0 },
      );
    }
    const put = await many('discards', { filter: { caseId: bad.bakery.id }, count: 1, reason: 'sent anew' });
    expect(put).toMatchObject({ status: 200, body: { done: 1, failed: [], remaining: 0 } });
    expect(await show(bad.letter)).toMatchObject({ status: 'discarded', settledBecause: 'sent anew', settledBy: { id: operator.sub } });
    for (const body of [{ filter: {} }, { filter: { colour: 'red' }, count: 1 }, { count: 1 }, { filter: {}, count: 0 }])
      isProblem(await many('redrives', body), 400);
  });

  test('are counted by how they stand, topic and code', async () => {
    await stalledByBody();
    const { body } = await backbone.rest.get<{ items: DeadLetterCount[] }>('/v1/dead-letters/summary');
    const waiting = await backbone.rest.list<DeadLetter>('/v1/dead-letters', { status: 'waiting', code: 'message.breaks-schema' });
    expect(body.items).toContainEqual({
      status: 'waiting',
      topic: 'ht.replies.market-regulation',
      code: 'message.breaks-schema',
      count: waiting.length,
      oldest: waiting.at(-1)?.recordedAt,
    });
  });

  test('can be run again: the case takes the answer that it could not take then', async () => {
    const { bakery, letter } = await stalledByAge();
    await bakery.tells('case-stalled');
    expect(await redrive(letter)).toMatchObject({ status: 200, body: { id: letter, status: 'redriven', settledAt: expect.any(String) } });
    await bakery.tells('case-resumed');
    const asked = await bakery.asks(...afterwards);
    expect(asked[0]?.causationid).toBe((await show(letter)).headers['ce_id']);
    expect((await backbone.rest.deadLetters('redriven')).map(({ id }) => id)).toContain(letter);
  });

  test('can be put away with a reason; the case waits on', async () => {
    const { bakery, letter } = await stalledByBody();
    const put = await discard(letter, 'their new release was taken back');
    expect(put).toMatchObject({ status: 200, body: { status: 'discarded', settledBecause: 'their new release was taken back' } });
    await bakery.is('stalled');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
  });

  test('are settled once', async () => {
    const [{ letter: run }, { letter: put }] = [await stalledByAge(), await stalledByAge()];
    await redrive(run);
    await discard(put);
    for (const again of [redrive(run), discard(run)]) isConflict(await again, 'this dead letter is redriven already.');
    for (const again of [redrive(put), discard(put)]) isConflict(await again, 'this dead letter is discarded already.');
  });

  test('of many who settle one at once, one does, and what he did is what stands', async () => {
    const { bakery, letter } = await stalledByAge();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? redrive(letter) : discard(letter))));
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const { status } = await show(letter);
    expect(status).toBe(done[0]?.body.status);
    expect(await bakery.events()).toHaveLength(status === 'redriven' ? 11 : 4);
  });

  test('that fail again stay, and say why', async () => {
    const { letter } = await stalledByBody();
    const again = await redrive(letter);
    isProblem(again, 422);
    expect(again.body.detail).toMatch(/^it fails again: .*output/s);
    expect(await show(letter)).toMatchObject({ status: 'waiting' });
  });

  test('that cannot be read can only be put away', async () => {
    const { bakery, letter } = await stalledBy(async (open) => {
      const reply = open.from('register').message(replyTypes.stepCompleted, {}, { id: 'forty-two' });
      await backbone.bus.reply('market-regulation', reply);
      return reply;
    });
    const again = await redrive(letter);
    isProblem(again, 422);
    expect(again.body.detail).toMatch(/it cannot be read: header ce_id.*; discard it\.$/);
    expect(await discard(letter)).toMatchObject({ status: 200 });
    await bakery.is('stalled');
  });

  test('that claim another sender than their topic has are never run', async () => {
    const { bakery, letter } = await stalledBy(async (open) => {
      const reply = open.from('register').message(replyTypes.stepCompleted, { output: registered });
      await backbone.bus.reply('taxation', reply);
      return reply;
    });
    const again = await redrive(letter);
    isProblem(again, 422);
    expect(again.body.detail).toBe(
      'it says that it is from market-regulation, but only taxation writes to ht.replies.taxation; discard it.',
    );
    expect(await bakery.events()).toEqual(['case-opened', 'step-requested register']);
  });

  test('are refused when their case has moved on', async () => {
    const { bakery, letter } = await stalledByAge();
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    isConflict(await redrive(letter), 'the case has moved on and would ignore it (duplicate); discard this dead letter.');
    for (const step of afterwards) await bakery.from(step).refuses('closed.for-today');
    await bakery.undoes('register');
    await bakery.from('register').undone();
    await bakery.closes('refused');
    isConflict(await redrive(letter), 'the case has moved on and would ignore it (closed); discard this dead letter.');
    expect(await discard(letter)).toMatchObject({ status: 200 });
  });

  test('that are not there, and requests that say nothing, are refused', async () => {
    const unknown = uuidv7();
    for (const answer of [redrive(unknown), discard(unknown), backbone.rest.get(`/v1/dead-letters/${unknown}`)])
      isProblem(await answer, 404);
    for (const answer of [redrive('42'), discard('42'), backbone.rest.get('/v1/dead-letters/42')]) isProblem(await answer, 400, 'id');
    const { letter } = await stalledByBody();
    for (const reason of [null, '', 'no', 7, 'a\u0000b']) isProblem(await discard(letter, reason), 400, '/reason');
    isProblem(await backbone.rest.get<Fault>('/v1/dead-letters?after=garbage'), 400, 'after');
    isProblem(await backbone.rest.get('/v1/dead-letters?status=forgotten'), 400, 'status');
    isProblem(await backbone.rest.get('/v1/dead-letters?q=a%00b'), 400, 'q');
    expect(await show(letter)).toMatchObject({ status: 'waiting' });
  });
});

function isProblem({ status, headers, body }: Answer<Fault>, expected: number, pointer?: string): void {
  expect({ status, ...(pointer !== undefined && { errors: body.errors }) }).toMatchObject({
    status: expected,
    ...(pointer !== undefined && { errors: [{ pointer, detail: expect.any(String) }] }),
  });
  expect(headers.get('content-type')).toContain('application/problem+json');
}

function isConflict(answer: Answer<Fault>, detail: string): void {
  isProblem(answer, 409);
  expect(answer.body.detail).toBe(detail);
}
