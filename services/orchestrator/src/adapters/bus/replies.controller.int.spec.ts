import { describe, expect, test } from '@jest/globals';
import {
  caseEvents,
  type DeadLetter,
  deadLetterRecordedType,
  encode,
  type Message,
  replyTypes,
  type WireMessage,
} from '@hengtong/contracts';
import { v7 as uuidv7 } from 'uuid';
import { afterwards, Backbone, granted, registered } from '../../testing/backbone.ts';
import type { Conversation } from '../../testing/conversation.ts';

const DAY = 86_400_000;

describe('replies', () => {
  const backbone = new Backbone();

  /** A case whose registration is asked for. */
  async function waiting(): Promise<Conversation> {
    const bakery = await backbone.open();
    await bakery.asks('register');
    return bakery;
  }

  /** The world is told of a dead letter of this case, and it is listed with all that came. */
  async function deadLetterOf({ id }: Conversation): Promise<DeadLetter> {
    const told = await backbone.bus.until(`a dead letter of ${id}`, () => backbone.bus.of(id, deadLetterRecordedType)[0]);
    const { deadLetter, ...about } = told.data as { deadLetter: string };
    const letter = (await backbone.rest.deadLetters()).find((each) => each.id === deadLetter);
    expect(letter).toMatchObject({ ...about, topic: 'ht.replies.market-regulation', status: 'waiting' });
    return letter as DeadLetter;
  }

  /** The department answers in the end, and the case goes all the way. */
  async function goesOn(bakery: Conversation): Promise<void> {
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    for (const step of afterwards) await bakery.from(step).answers(granted[step]);
    await bakery.closes('granted');
  }

  const bytesOf = (message: Message, change: (wire: WireMessage) => Partial<WireMessage>): WireMessage => {
    const wire = encode(message);
    return { ...wire, ...change(wire) };
  };
  const without = ({ headers }: WireMessage, name: string): Partial<WireMessage> => ({
    headers: Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name)),
  });

  const broken: Record<string, { change: (wire: WireMessage) => Partial<WireMessage>; code: string; reason: RegExp }> = {
    'bytes that are no JSON': { change: () => ({ value: '<uscc>91…' }), code: 'message.unreadable', reason: /no JSON/ },
    'no bytes at all': { change: () => ({ value: '' }), code: 'message.unreadable', reason: /no JSON/ },
    'no ce_type': { change: (wire) => without(wire, 'ce_type'), code: 'message.unreadable', reason: /header ce_type is missing/ },
    'no ce_id': { change: (wire) => without(wire, 'ce_id'), code: 'message.unreadable', reason: /header ce_id is missing/ },
    'no ce_specversion': {
      change: (wire) => without(wire, 'ce_specversion'),
      code: 'message.unreadable',
      reason: /ce_specversion must be 1\.0/,
    },
    'an id that is no UUIDv7': {
      change: ({ headers }) => ({ headers: { ...headers, ce_id: '42' } }),
      code: 'message.unreadable',
      reason: /header ce_id/,
    },
    'a type that nobody knows': {
      change: ({ headers }) => ({ headers: { ...headers, ce_type: 'gov.hengtong.step.postponed.v1' } }),
      code: 'message.unknown-type',
      reason: /orchestrator takes no messages of type gov\.hengtong\.step\.postponed\.v1/,
    },
    'a command in place of a reply': {
      change: ({ headers }) => ({ headers: { ...headers, ce_type: 'gov.hengtong.step.requested.v1' } }),
      code: 'message.unknown-type',
      reason: /takes no messages of type/,
    },
    'a body that breaks its schema': {
      change: () => ({ value: '{"output":"91330106MA2AB1CD5X"}' }),
      code: 'message.breaks-schema',
      reason: /output/,
    },
  };

  for (const [what, { change, code, reason }] of Object.entries(broken)) {
    test(`${what}: a dead letter; its case is stalled, and goes on when the answer comes`, async () => {
      const [bakery, behind] = [await waiting(), await waiting()];
      const bad = bytesOf(bakery.from('register').message(replyTypes.stepCompleted, { output: registered }), change);
      const good = encode(behind.from('register').message(replyTypes.stepCompleted, { output: registered }));
      await backbone.bus.replyBytes('market-regulation', bad, good);
      await bakery.tells('case-stalled', { data: { step: 'register' } });
      await behind.asks(...afterwards);
      const letter = await deadLetterOf(bakery);
      expect(await backbone.rest.disclosed(letter.id)).toMatchObject({
        code,
        reason: expect.stringMatching(reason),
        caseId: bakery.id,
        step: 'register',
        body: bad.value,
        headers: bad.headers,
      });
      await bakery.is('stalled', { steps: { register: { status: 'failed', error: letter.reason } } });
      expect((await backbone.rest.events(bakery.id)).find(({ type }) => type === 'step-failed')?.data).toMatchObject({
        deadLetter: letter.id,
      });
      await goesOn(bakery);
    });
  }

  test('what does not even say its case is a dead letter by itself', async () => {
    const before = backbone.bus.all(deadLetterRecordedType).length;
    await backbone.bus.replyBytes('market-regulation', { key: 'who knows', headers: {}, value: '\u0000' });
    const told = await backbone.bus.until('a dead letter', () => backbone.bus.all(deadLetterRecordedType)[before]);
    const { deadLetter } = told.data as { deadLetter: string };
    const letter = await backbone.rest.disclosed(deadLetter);
    expect(letter).toMatchObject({ code: 'message.unreadable', body: '\u0000', headers: {} });
    expect(letter).not.toHaveProperty('caseId');
    expect(told.subject).toBe(deadLetter);
  });

  test('headers that no database keeps are kept as far as they can be', async () => {
    const bakery = await waiting();
    const bad = bytesOf(bakery.from('register').message(replyTypes.stepCompleted, {}), ({ headers }) => ({
      headers: { ...headers, baggage: `a\u0000${'x'.repeat(3_996)}🥖` },
    }));
    await backbone.bus.replyBytes('market-regulation', bad);
    expect((await deadLetterOf(bakery)).headers['baggage']).toBe(`a\\0${'x'.repeat(3_996)}\ufffd`);
    await goesOn(bakery);
  });

  test('a reply that does not say which command it answers is a dead letter', async () => {
    const bakery = await waiting();
    await bakery.from('register').answers(registered, { commandkey: undefined });
    expect(await deadLetterOf(bakery)).toMatchObject({ code: 'message.incomplete', reason: 'a reply needs ce_step and ce_commandkey' });
    await bakery.is('running');
    await goesOn(bakery);
  });

  test('a reply to a case that does not exist is a dead letter', async () => {
    const bakery = await waiting();
    const nowhere = uuidv7();
    await bakery.from('register').answers(registered, { subject: nowhere });
    const told = await backbone.bus.until('a dead letter', () => backbone.bus.of(nowhere, deadLetterRecordedType)[0]);
    expect(told.data).toMatchObject({ code: 'case.unknown', topic: 'ht.replies.market-regulation' });
    expect(await backbone.rest.case(nowhere)).toMatchObject({ status: 404 });
    await goesOn(bakery);
  });

  test('a reply on the topic of another department never reaches the case, which says that it was ignored', async () => {
    const bakery = await waiting();
    const forged = bakery.from('register').message(replyTypes.stepCompleted, { output: registered }, { source: 'taxation' });
    await backbone.bus.reply('taxation', forged);
    await bakery.tells('ignored', { data: { reason: 'wrong-department', commandKey: forged.commandkey } });
    expect((await backbone.rest.events(bakery.id)).at(-1)).toMatchObject({
      type: 'ignored',
      step: 'register',
      data: { department: 'taxation' },
    });
    await bakery.is('running');
    await goesOn(bakery);
  });

  test('a reply that claims another sender than its topic has is a dead letter, and uses up nothing of the true one', async () => {
    const bakery = await waiting();
    const truth = bakery.from('register').message(replyTypes.stepCompleted, { output: registered });
    await backbone.bus.reply('taxation', truth);
    const told = await backbone.bus.until('a dead letter', () => backbone.bus.of(bakery.id, deadLetterRecordedType)[0]);
    expect(told.data).toMatchObject({ code: 'message.foreign-source', topic: 'ht.replies.taxation' });
    expect(await bakery.events()).toEqual(['case-opened', 'step-requested register']);
    await backbone.bus.reply('market-regulation', truth);
    await bakery.asks(...afterwards);
  });

  test('a reply out of turn is ignored with its reason', async () => {
    const bakery = await waiting();
    const { command } = bakery.from('register');
    const early = { step: 'tax', commandkey: `${bakery.id}/tax/forward/1`, source: 'taxation' };
    await backbone.bus.reply('taxation', bakery.from('register').message(replyTypes.stepCompleted, { output: {} }, early));
    await bakery.tells('ignored', { data: { reason: 'not-asked', commandKey: early.commandkey } });
    await bakery.from('register').answers(registered, { step: 'moon' });
    await bakery.tells('ignored', { data: { reason: 'unknown-step' } });
    await bakery.from('register').undone();
    await bakery.tells('ignored', { data: { reason: 'not-asked', commandKey: command.commandkey } });
    await goesOn(bakery);
    await bakery.from('register').answers(registered);
    await bakery.tells('ignored', { data: { reason: 'closed' } });
    await bakery.is('closed', { outcome: 'granted' });
  });

  test('the same message a hundred times is one, and the same reply under a hundred ids one more line in the case', async () => {
    const bakery = await waiting();
    const reply = bakery.from('register').message(replyTypes.stepCompleted, { output: registered });
    await backbone.bus.reply('market-regulation', ...Array.from({ length: 100 }, () => reply));
    const register = bakery.from('register');
    await bakery.asks(...afterwards);
    await backbone.bus.reply('market-regulation', ...Array.from({ length: 100 }, () => ({ ...reply, id: uuidv7() })));
    const marker = await waiting();
    await marker.from('register').answers(registered);
    await marker.asks(...afterwards);
    expect((await bakery.events()).filter((event) => !event.startsWith('step-requested'))).toEqual([
      'case-opened',
      'step-completed register',
      'ignored register',
    ]);
    expect(register.command.commandkey).toBe(`${bakery.id}/register/forward/1`);
    expect(backbone.bus.of(bakery.id, caseEvents.ignored.type)).toMatchObject([{ data: { reason: 'duplicate' } }]);
    expect(backbone.bus.of(bakery.id, deadLetterRecordedType)).toEqual([]);
  });

  const outOfTime = { 'older than what is remembered': Date.now() - 40 * DAY, 'from the future': Date.now() + 2 * DAY };
  for (const [what, msecs] of Object.entries(outOfTime)) {
    test(`an id ${what} is a dead letter, because nobody can say whether it was taken`, async () => {
      const bakery = await waiting();
      await bakery.from('register').answers(registered, { id: uuidv7({ msecs }) });
      expect(await deadLetterOf(bakery)).toMatchObject({
        code: 'message.out-of-time',
        reason: expect.stringContaining(new Date(msecs).toISOString()),
      });
      await bakery.tells('case-stalled');
      await goesOn(bakery);
    });
  }

  test('good ones between bad ones are taken, each case in its order', async () => {
    const bakeries = await Promise.all(Array.from({ length: 10 }, waiting));
    const mixed = bakeries.flatMap((bakery): WireMessage[] => [
      { key: bakery.id, headers: {}, value: 'garbage' },
      encode(bakery.from('register').message(replyTypes.stepStarted, { workItem: uuidv7() })),
      bytesOf(bakery.from('register').message(replyTypes.stepCompleted, {}), () => ({ value: '{}' })),
      encode(bakery.from('register').message(replyTypes.stepCompleted, { output: registered })),
    ]);
    await backbone.bus.replyBytes('market-regulation', ...mixed);
    for (const bakery of bakeries) {
      await bakery.asks(...afterwards);
      const known = [
        'case-opened',
        'step-requested register',
        'step-started register',
        'step-failed register',
        'case-stalled',
        'step-completed register',
      ];
      expect((await bakery.events()).slice(0, 7)).toEqual([...known, 'case-resumed']);
    }
  });
});
