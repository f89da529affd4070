import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, commandTypes } from '@hengtong/contracts';
import { randomUUID } from 'node:crypto';
import { eventually, type FreshDatabase, freshDatabase } from '@hengtong/testing';
import pg from 'pg';
import { exampleCase } from '../adapters/http/example-case.ts';
import { Backbone, SERVERS } from '../testing/backbone.ts';
import { type Running, start } from '../testing/orchestrator.ts';
import type { Answer } from '../testing/rest.ts';

describe('an Idempotency-Key', () => {
  const backbone = new Backbone();
  const another = { ...exampleCase, division: '330108' };

  test('gives the same request the stored answer, also when the case has gone on since', async () => {
    const key = randomUUID();
    const first = await backbone.rest.open(exampleCase, key);
    const register = await backbone.bus.until('the command', () => backbone.bus.of(first.body.id, commandTypes.stepRequested)[0]);
    expect(register.step).toBe('register');
    const again = await backbone.rest.open(Object.fromEntries(Object.entries(exampleCase).toReversed()), key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  test('refuses another body', async () => {
    const key = randomUUID();
    const first = await backbone.rest.open(exampleCase, key);
    const other = await backbone.rest.open(another, key);
    expect(other).toMatchObject({
      status: 422,
      body: { type: 'https://hengtong.dev/problems/key-reused', errors: [{ pointer: 'Idempotency-Key' }] },
    });
    expect(await backbone.rest.open(exampleCase, key)).toMatchObject({ status: 201, body: { id: first.body.id } });
  });

  test('is not used up by a request that was refused', async () => {
    const key = randomUUID();
    expect(await backbone.rest.open({ ...exampleCase, input: {} }, key)).toMatchObject({ status: 422 });
    expect(await backbone.rest.open(exampleCase, key)).toMatchObject({ status: 201 });
  });

  test('must be a key', async () => {
    for (const key of ['', 'with space', 'x'.repeat(256)]) {
      expect(await backbone.rest.open(exampleCase, key)).toMatchObject({ status: 400, body: { errors: [{ pointer: 'Idempotency-Key' }] } });
    }
  });

  test('opens one case when the request comes twenty times at once, and answers it twenty times', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => backbone.rest.open(exampleCase, key)));
    await isOneCase(answers);
  });

  describe('with two orchestrators on one database', () => {
    let second: Running;
    beforeAll(async () => void (second = await backbone.another()), SERVERS);
    afterAll(() => second.stop(), SERVERS);

    test('opens one case when the twenty are spread over both, many keys side by side', async () => {
      const keys = Array.from({ length: 3 }, () => randomUUID());
      const round = async (key: string): Promise<void> => {
        const asked = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? backbone : second).rest.open(exampleCase, key));
        await isOneCase(await Promise.all(asked));
      };
      await Promise.all([...keys.map(round), ...keys.toReversed().map(round)]);
    });
  });

  test('whose first request is still being worked on after two seconds says so; later it gives the answer', async () => {
    const key = randomUUID();
    const blocker = new pg.Client({ connectionString: backbone.database.url });
    await blocker.connect();
    await blocker.query('begin; lock table idempotency_keys in exclusive mode');
    const first = backbone.rest.open(exampleCase, key);
    const second = await backbone.rest.open(exampleCase, key);
    await blocker.end();
    expect(second).toMatchObject({
      status: 409,
      body: { type: 'https://hengtong.dev/problems/still-running', errors: [{ pointer: 'Idempotency-Key' }] },
    });
    expect(second.headers.get('retry-after')).toBe('2');
    await isOneCase([await first, await backbone.rest.open(exampleCase, key)]);
  });

  /** Everybody has the same answer, and one department is asked once. */
  async function isOneCase(answers: readonly Answer<Case>[]): Promise<void> {
    const [first] = answers;
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 201, body: first?.body });
    const { id = '' } = first?.body ?? {};
    await backbone.bus.until('the command', () => backbone.bus.of(id, commandTypes.stepRequested)[0]);
    expect((await backbone.rest.events(id)).map(({ type }) => type)).toEqual(['case-opened', 'step-requested']);
    expect(backbone.bus.of(id, commandTypes.stepRequested)).toHaveLength(1);
  }
});

describe('while the bus is away', () => {
  let database: FreshDatabase;
  let alone: Running;
  beforeAll(async () => {
    database = await freshDatabase('orchestrator');
    alone = await start(database, { settings: { BUS: 'kafka', KAFKA_BROKERS: '127.0.0.1:1' } }, { PUBLISH_LAG_LIMIT: '5' });
  }, SERVERS);
  afterAll(async () => {
    await alone.stop();
    await database.drop();
  }, SERVERS);

  test('cases are accepted, until too many messages wait; then nothing more is, and it says when to ask again', async () => {
    expect(await alone.rest.open(exampleCase)).toMatchObject({ status: 201 });
    const refused = await eventually(async () => {
      const answer = await alone.rest.open(exampleCase);
      if (answer.status === 201) throw new Error('still accepted');
      return answer;
    });
    expect(refused).toMatchObject({ status: 503, body: { detail: expect.stringMatching(/^\d+ messages wait for the bus/) } });
    expect(refused.headers.get('retry-after')).toBe('30');
  });
});
