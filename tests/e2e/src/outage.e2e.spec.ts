import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCases, kafkaAvailable } from '@hengtong/local';
import {
  addressesOf,
  type Answer,
  answerOf,
  ask,
  type Cases,
  casesOf,
  eventually,
  startTestSystem,
  type TestSystem,
} from '@hengtong/testing';

/** Unpublished messages above which no case is opened. A case that is opened brings three: that it was opened, what was asked, and the command. */
const LAG_LIMIT = 60;

const { ok: hasBroker } = await kafkaAvailable();
const onBroker = hasBroker || process.env['HENGTONG_REQUIRE_KAFKA'] === '1' ? describe : describe.skip;

onBroker('while the broker is away', () => {
  let system: TestSystem;
  let cases: Cases;
  const application = demoCases();
  let made = 0;
  beforeAll(async () => {
    system = await startTestSystem({ bus: 'kafka', env: { PUBLISH_LAG_LIMIT: String(LAG_LIMIT) } });
    cases = casesOf(system.orchestratorUrl);
    await cases.ended((await cases.open(application(made++))).id);
  });
  afterAll(() => system.stop());

  const everyService = (status: string, bus: string): Promise<void> =>
    eventually(async () => {
      for (const [, url] of addressesOf(system)) {
        const ready = await ask(`${url}/health/ready`);
        expect(ready).toMatchObject({ status: 200, body: { status, checks: { bus: { status: bus }, database: { status: 'ok' } } } });
      }
    }, 60_000);

  test('every service says that it is degraded, and why; what is applied for is taken, and granted when the broker is back', async () => {
    await everyService('ready', 'ok');
    await system.kafka?.server?.kill();
    await everyService('degraded', 'degraded');
    expect(await answerOf(`${system.orchestratorUrl}/health/ready`)).toMatchObject({
      checks: { bus: { detail: expect.stringContaining('outbox') } },
    });

    const opened = await Promise.all(Array.from({ length: 5 }, () => cases.open(application(made++))));
    const waiting = await Promise.all(opened.map(({ id }) => cases.get(id)));
    const asLeft = { status: 'running', steps: { register: { status: 'requested' }, seal: { status: 'waiting' } } };
    for (const each of waiting) expect(each).toMatchObject(asLeft);
    // Reading needs no bus, and what was asked for was not lost or done.
    expect(await answerOf(`${system.departments['market-regulation']}/v1/records/enterprise?caseId=${opened[0]?.id}`)).toEqual({
      items: [],
    });

    await system.kafka?.server?.restart();
    const closed = await Promise.all(opened.map(({ id }) => cases.closed(id)));
    expect(closed.map(({ outcome }) => outcome)).toEqual(opened.map(() => 'granted'));
    await everyService('ready', 'ok');
  });

  test('nothing more is taken once too much waits for it: 503, and when to come again', async () => {
    await system.kafka?.server?.kill();
    const answers: Answer<{ id: string }>[] = [];
    while (answers.at(-1)?.status !== 503 && answers.length < LAG_LIMIT) {
      answers.push(await ask<{ id: string }>(`${system.orchestratorUrl}/v1/cases`, { body: application(made++) }));
    }
    const refused = answers.pop();
    expect(refused).toMatchObject({ status: 503, body: { type: expect.stringMatching(/unavailable$/) } });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(answers.length).toBeGreaterThanOrEqual(LAG_LIMIT / 3);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));

    await system.kafka?.server?.restart();
    const closed = await Promise.all(answers.map(({ body }) => cases.closed(body.id)));
    expect(closed.map(({ outcome }) => outcome)).toEqual(answers.map(() => 'granted'));
    const later = await eventually(() => cases.open(application(made++)), 60_000);
    expect(await cases.closed(later.id)).toMatchObject({ outcome: 'granted' });
  });
});
