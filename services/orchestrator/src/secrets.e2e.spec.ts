import { type FreshDatabase, authorization, eventually, freshDatabase, operator, portal, testPostgresUrl } from '@hengtong/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { exampleCase } from './adapters/http/example-case.ts';
import { Child } from './testing/child.ts';
import { environment } from './testing/orchestrator.ts';
import { embedded, type TestBus } from './testing/test-bus.ts';

const PLANTED = 'pl4nted-s3cret';
/** A token that is none. */
const FORGED = `eyJhbGciOiJFUzI1NiJ9.${Buffer.from(PLANTED).toString('base64url')}.c2lnbmF0dXJl`;

let database: FreshDatabase;
let bus: TestBus;
beforeAll(async () => {
  database = await freshDatabase('secrets');
  bus = await embedded(database);
});
afterAll(async () => {
  await bus.remove();
  await database.drop();
});

/** All that a service has written, with all that it may say. */
const written = ({ lines, stderr }: Child): string => lines.map((line) => JSON.stringify(line)).join('\n') + stderr;
const passwordOf = (url: string): string => new URL(url).password;

async function dropUnder({ name }: FreshDatabase): Promise<void> {
  const admin = new Client(testPostgresUrl());
  await admin.connect();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}

function expectNoSecret(service: Child, ...more: string[]): void {
  for (const secret of [PLANTED, FORGED, passwordOf(database.url), ...more]) expect(written(service)).not.toContain(secret);
}

test.each([
  ['a database that cannot be reached', () => `postgres://hengtong:${PLANTED}@127.0.0.1:1/none`],
  ['a password that is wrong', () => Object.assign(new URL(database.url), { password: PLANTED }).href],
])('a start that fails for %s does not show the password', async (_what, url) => {
  const service = new Child({ ...environment(database, bus), LOG_LEVEL: 'trace', DATABASE_URL: url() });
  expect(await service.ended).not.toBe(0);
  expect(service.stderr).toMatch(/^orchestrator cannot start: /);
  expectNoSecret(service);
});

test('a broker that does not answer is told of without the password', async () => {
  const kafka = { BUS: 'kafka', KAFKA_BROKERS: '127.0.0.1:1', KAFKA_USERNAME: 'orchestrator', KAFKA_PASSWORD: PLANTED };
  const service = new Child({ ...environment(database, bus), ...kafka, LOG_LEVEL: 'trace' });
  await eventually(() => expect(written(service)).toContain('127.0.0.1:1'));
  await service.stop();
  expectNoSecret(service);
});

describe('whatever goes wrong', () => {
  let service: Child;
  let url: string;
  beforeEach(async () => {
    service = new Child({
      ...environment(database, bus),
      LOG_LEVEL: 'trace',
      KAFKA_USERNAME: 'orchestrator',
      KAFKA_PASSWORD: PLANTED,
      KAFKA_BROKERS: '127.0.0.1:1',
    });
    url = await service.listens();
  });
  afterAll(() => service.stop());

  test('no secret of a request or of the configuration is ever logged', async () => {
    const secrets = { password: PLANTED, secret: PLANTED, token: PLANTED, client_secret: PLANTED };
    const headers = { ...(await authorization(portal)), cookie: `session=${PLANTED}`, 'content-type': 'application/json' };
    const theirs = await authorization(operator);
    const basic = Buffer.from(`taxation:${PLANTED}`).toString('base64');
    const bodies = [
      JSON.stringify({ ...exampleCase, ...secrets }),
      JSON.stringify({ ...exampleCase, input: { ...exampleCase.input, ...secrets } }),
      JSON.stringify(secrets).slice(0, -1),
    ];
    const ask = async (): Promise<number[]> => {
      const answers = await Promise.all([
        ...bodies.map((body) => fetch(`${url}/v1/cases`, { method: 'POST', headers, body })),
        fetch(`${url}/v1/cases?access_token=${PLANTED}`, { headers: theirs }),
        fetch(`${url}/v1/dead-letters?after=${PLANTED}`, { headers: theirs }),
        fetch(`${url}/v1/cases`, { headers: { authorization: `Bearer ${FORGED}` } }),
        fetch(`${url}/nowhere?client_secret=${PLANTED}`, { headers }),
        fetch(`${url}/v1/cases`, { headers: { authorization: `Basic ${basic}` } }),
      ]);
      return answers.map(({ status }) => status);
    };
    expect(await ask()).toEqual([400, 422, 400, 200, 400, 401, 404, 401]);
    await dropUnder(database);
    await ask();
    await eventually(() => expect(service.lines.map(({ level }) => level)).toEqual(expect.arrayContaining(['debug', 'warn'])));
    expectNoSecret(service, basic, headers.authorization.slice(7), theirs.authorization.slice(7));
  });
});
