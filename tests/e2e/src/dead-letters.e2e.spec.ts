import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  commandsTopic,
  commandTypes,
  type DeadLetter,
  encode,
  type Message,
  ORCHESTRATOR,
  repliesTopic,
  replyTypes,
  type WireMessage,
  type WorkItem,
} from '@hengtong/contracts';
import { answerOf, ask, eventually, listOf, readTopics, type Topics } from '@hengtong/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { application, cases, system } from './shared-system.ts';

const lettersOf = (service: string) => `${service === ORCHESTRATOR ? system.orchestratorUrl : system.departments[service]}/v1/dead-letters`;

/** Waits for the dead letter of a message. */
const letterFor = (service: string, { ce_id: id }: WireMessage['headers']): Promise<DeadLetter> =>
  eventually(async () => {
    const letter = (await listOf<DeadLetter>(lettersOf(service))).find(({ headers }) => headers['ce_id'] === id);
    if (!letter) throw new Error(`${service} has no dead letter of message ${id}`);
    return letter;
  }, 60_000);

/** A case whose seal waits for an officer, so that there is time to write to the department in the orchestrator's name. */
async function caseThatWaits(): Promise<{ id: string; item: WorkItem }> {
  const { id } = await cases.open(application('seal-by-officer'));
  const address = `${system.departments['public-security']}/v1/work-items`;
  const item = await eventually(async () => {
    const [only] = await listOf<WorkItem>(address, { status: 'waiting', caseId: id });
    if (!only) throw new Error('no work item is waiting');
    return only;
  }, 60_000);
  await cases.until(id, ({ steps }) => steps['tax']?.status === 'completed');
  return { id, item };
}

const complete = ({ id }: WorkItem) =>
  answerOf(`${system.departments['public-security']}/v1/work-items/${id}/completion`, { body: {}, headers: { 'if-match': '*' } });

/** What the orchestrator would send to have the seal of a case filed. */
const sealCommand = (caseId: string, rest: Partial<Message> = {}): WireMessage =>
  encode({
    id: uuidv7(),
    type: commandTypes.stepRequested,
    source: ORCHESTRATOR,
    subject: caseId,
    time: new Date().toISOString(),
    process: 'seal-by-officer',
    processversion: 1,
    step: 'seal',
    department: 'public-security',
    division: '330106',
    commandkey: `${caseId}/seal/forward/1`,
    data: { capability: 'seal.file', mode: 'automatic', level: 'county', division: '330106', caseDivision: '330106', input: {} },
    ...rest,
  });

describe('a command that a department cannot take', () => {
  let topics: Topics;
  beforeAll(async () => void (topics = await readTopics(system)));
  afterAll(() => topics.stop());
  const send = (message: WireMessage) => topics.write(commandsTopic('public-security'), message);

  test.each([
    ['a body that breaks its schema', { data: { capability: 'seal.file' } }, 'message.breaks-schema'],
    ['a type that nobody knows', { type: 'gov.hengtong.step.forgotten.v1' }, 'message.unknown-type'],
    [
      'a capability that is not offered',
      { data: { capability: 'seal.break', mode: 'automatic', level: 'county', division: '330106', caseDivision: '330106', input: {} } },
      'handler.failed',
    ],
    ['an input that the capability does not take', {}, 'handler.failed'],
  ])('%s: a dead letter, a failed reply, and the case waits for an operator, who puts it right', async (_, rest, code) => {
    const { id, item } = await caseThatWaits();
    const command = sealCommand(id, rest);
    await send(command);
    const letter = await letterFor('public-security', command.headers);
    expect(letter).toMatchObject({
      status: 'waiting',
      code,
      topic: commandsTopic('public-security'),
      caseId: id,
      step: 'seal',
      body: command.value,
    });

    const stalled = await cases.until(id, ({ status }) => status === 'stalled');
    expect(stalled.steps['seal']).toMatchObject({ status: 'failed', error: letter.reason });
    const announced = await topics.until(() => {
      const event = topics.of(id).find(({ headers }) => headers['ce_type'] === 'gov.hengtong.dead-letter.recorded.v1');
      if (!event) throw new Error('nobody was told of the dead letter');
      return event;
    });
    expect(announced).toMatchObject({ topic: 'ht.events.public-security' });
    expect(announced.read().data).toEqual({ deadLetter: letter.id, topic: letter.topic, code });

    // What was wrong with it is still wrong.
    const address = `${lettersOf('public-security')}/${letter.id}`;
    expect(await ask(`${address}/redrive`, { method: 'POST' })).toMatchObject({ status: 422 });
    expect(await ask(`${address}/discard`, { body: { reason: 'Written by a test.' } })).toMatchObject({
      status: 200,
      body: { status: 'discarded' },
    });
    expect(await ask(`${address}/redrive`, { method: 'POST' })).toMatchObject({ status: 409 });

    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ status: 'closed', outcome: 'granted' });
    expect((await cases.events(id)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['step-failed', 'case-stalled', 'case-resumed']),
    );
  });

  interface Wrong {
    readonly value?: string;
    readonly headers?: Record<string, string | undefined>;
  }
  test.each<[string, Wrong]>([
    ['bytes that are no JSON', { value: '{"capability":' }],
    ['no ce_type', { headers: { ce_type: undefined } }],
    ['an id that is no UUIDv7', { headers: { ce_id: '0b87c7c8-6b0e-4f5c-9d1e-2f6a8a5b1c3d' } }],
  ])('%s: a dead letter with its bytes, and what comes behind it is done', async (_, { value, headers = {} }) => {
    const { id, item } = await caseThatWaits();
    const good = sealCommand(id);
    const marked = { ...good.headers, 'x-test': id, ...headers };
    const told = Object.fromEntries(Object.entries(marked).filter((entry): entry is [string, string] => entry[1] !== undefined));
    await send({ ...good, headers: told, value: value ?? good.value });
    const letter = await eventually(async () => {
      const found = (await listOf<DeadLetter>(lettersOf('public-security'))).find((each) => each.headers['x-test'] === id);
      if (!found) throw new Error('there is no dead letter yet');
      return found;
    }, 60_000);
    expect(letter).toMatchObject({ code: 'message.unreadable', body: value ?? good.value, headers: told });
    expect(await ask(`${lettersOf('public-security')}/${letter.id}/redrive`, { method: 'POST' })).toMatchObject({ status: 422 });
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
  });
});

describe('a command that a department cannot take yet', () => {
  const database = new pg.Client({ connectionString: new URL('/ht_public_security', system.postgres.adminUrl).href });
  let last: string | undefined;
  /** All serials are used up, until there are some again. */
  beforeAll(async () => {
    await database.connect();
    last = (await database.query<{ last: string }>(`select last_value as last from seal_serials`)).rows[0]?.last;
    await database.query(`select setval('seal_serials', (select max_value from pg_sequences where sequencename = 'seal_serials'))`);
  });
  const giveSerials = () => database.query(`select setval('seal_serials', $1)`, [last]);
  afterAll(async () => {
    await giveSerials();
    await database.end();
  });

  test('is done by a redrive once the cause is gone; the case goes on where it stood', async () => {
    const { id } = await cases.open(application());
    const stalled = await cases.until(id, ({ status }) => status === 'stalled');
    const letter = (await listOf<DeadLetter>(lettersOf('public-security'))).find(({ caseId }) => caseId === id);
    expect(letter).toMatchObject({ status: 'waiting', code: 'handler.failed', reason: expect.stringContaining('seal_serials') });
    expect(stalled.steps['seal']).toMatchObject({ status: 'failed', error: letter?.reason });

    await giveSerials();
    const redriven = await answerOf<DeadLetter>(`${lettersOf('public-security')}/${letter?.id}/redrive`, { method: 'POST' });
    expect(redriven).toMatchObject({ status: 'redriven' });
    expect(await cases.closed(id)).toMatchObject({ status: 'closed', outcome: 'granted' });
    expect(await ask(`${lettersOf('public-security')}/${letter?.id}/redrive`, { method: 'POST' })).toMatchObject({ status: 409 });
  });
});

describe('a reply that the orchestrator cannot take', () => {
  let topics: Topics;
  beforeAll(async () => void (topics = await readTopics(system)));
  afterAll(() => topics.stop());

  const refusal = (caseId: string, rest: Partial<Message> = {}): WireMessage =>
    sealCommand(caseId, { type: replyTypes.stepRefused, source: 'public-security', data: { code: 'seal.forged' }, ...rest });

  test('to a case that does not exist: a dead letter', async () => {
    const reply = refusal(uuidv7());
    await topics.write(repliesTopic('public-security'), reply);
    expect(await letterFor(ORCHESTRATOR, reply.headers)).toMatchObject({
      code: 'case.unknown',
      reason: expect.stringContaining('there is no case'),
    });
  });

  test('in the name of another department: a dead letter, and the case knows nothing of it', async () => {
    const { id, item } = await caseThatWaits();
    const reply = refusal(id);
    await topics.write(repliesTopic('taxation'), reply);
    expect(await letterFor(ORCHESTRATOR, reply.headers)).toMatchObject({ code: 'message.foreign-source' });
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
    expect((await cases.events(id)).map(({ type }) => type)).not.toContain('step-failed');
  });

  test('of a department that was not asked: answered with the reason, and the case goes on', async () => {
    const { id, item } = await caseThatWaits();
    await topics.write(repliesTopic('taxation'), refusal(id, { source: 'taxation' }));
    await eventually(async () => {
      const ignored = (await cases.events(id)).filter(({ type }) => type === 'ignored');
      expect(ignored).toMatchObject([{ data: { reason: 'wrong-department', department: 'taxation' } }]);
    }, 60_000);
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
  });

  test('the same again, 100 times: nothing; under 100 ids: ignored once, with its reason', async () => {
    const { id, item } = await caseThatWaits();
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
    await letterFor(ORCHESTRATOR, marker.headers);
    const after = await cases.events(id);
    expect(after.slice(before.length)).toMatchObject([{ type: 'ignored', step: 'tax', data: { reason: 'duplicate' } }]);
    await complete(item);
    expect(await cases.closed(id)).toMatchObject({ outcome: 'granted' });
  });
});
