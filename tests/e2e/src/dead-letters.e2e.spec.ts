import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandsTopic, type DeadLetter, type DisclosedDeadLetter, type WireMessage } from '@hengtong/contracts';
import { answerOf, ask, eventually, listOf, operator, readTopics, sealCommand, type Topics } from '@hengtong/testing';
import pg from 'pg';
import { letterFor, lettersOf } from './forged.ts';
import { application, cases, system } from './shared-system.ts';
import { complete, waitingForOfficerAlone } from './work-items.ts';

/** The bytes of a dead letter of public security, which are shown to one who says why. */
async function bodyOf({ id }: DeadLetter): Promise<string> {
  const asking = { as: { ...operator, sub: 'sun.tao' }, body: { reason: 'Written by a test, which looks.' } };
  return (await answerOf<DisclosedDeadLetter>(`${lettersOf('public-security')}/${id}/disclosures`, asking)).body;
}

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
    const { id, item } = await waitingForOfficerAlone();
    const command = sealCommand(id, rest);
    await send(command);
    const letter = await letterFor('public-security', command);
    expect(letter).toMatchObject({
      status: 'waiting',
      code,
      topic: commandsTopic('public-security'),
      caseId: id,
      step: 'seal',
      bytes: Buffer.byteLength(String(command.value)),
    });
    expect(await bodyOf(letter)).toBe(command.value);

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
    const { id, item } = await waitingForOfficerAlone();
    const good = sealCommand(id);
    const marked = { ...good.headers, 'x-test': id, ...headers };
    const told = Object.fromEntries(Object.entries(marked).filter((entry): entry is [string, string] => entry[1] !== undefined));
    await send({ ...good, headers: told, value: value ?? good.value });
    const letter = await eventually(async () => {
      const found = (await listOf<DeadLetter>(lettersOf('public-security'))).find((each) => each.headers['x-test'] === id);
      if (!found) throw new Error('there is no dead letter yet');
      return found;
    }, 60_000);
    expect(letter).toMatchObject({ code: 'message.unreadable', headers: told });
    expect(await bodyOf(letter)).toBe(value ?? good.value);
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
