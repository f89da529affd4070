import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@hengtong/contracts';
import { decodeJwt } from 'jose';
import { SERVERS, TestConsole } from './testing/console.ts';
import { type Answering, reply } from './testing/stand-in.ts';

let console: TestConsole;
beforeAll(async () => void (console = await TestConsole.start()), SERVERS);
afterAll(() => console.stop(), SERVERS);
afterEach(async () => {
  console.orchestrator.got.splice(0);
  console.orchestrator.answer = () => ({});
  await console.sql('delete from sessions');
});

const CASES = '/api/orchestrator/v1/cases';
const ENDED = { status: 401, body: { type: 'https://hengtong.dev/problems/session-ended' } };
const ENDS_SOON = `update sessions set token_from = now() - interval '270 seconds', token_until = now() + interval '30 seconds'`;
const SPENT = `update sessions set token_until = now()`;

/** The tokens with which the orchestrator was asked, each once. */
const tokens = (): string[] => [...new Set(console.orchestrator.got.map(({ headers }) => headers.authorization ?? ''))];

describe('a session', () => {
  test.each([
    ['an hour after its last request', `update sessions set seen_at = now() - interval '61 minutes'`],
    ['eight hours after its beginning, used or not', `update sessions set begun_at = now() - interval '481 minutes'`],
    ['when it was deleted', 'delete from sessions'],
  ])('is over %s', async (_when, clock) => {
    const browser = await console.signedIn();
    expect((await browser.get(CASES)).status).toBe(200);
    await console.sql(clock);
    expect(await browser.get<Problem>(CASES)).toMatchObject(ENDED);
    expect(await browser.get<Problem>('/api/session')).toMatchObject(ENDED);
  });

  test('goes on with each request', async () => {
    const browser = await console.signedIn();
    await console.sql(`update sessions set seen_at = now() - interval '50 minutes'`);
    expect((await browser.get('/api/session')).status).toBe(200);
    const [row] = await console.sql<{ fresh: boolean }>(`select seen_at > now() - interval '1 minute' as fresh from sessions`);
    expect(row).toEqual({ fresh: true });
  });

  test('of an invented cookie is none', async () => {
    for (const secret of ['a'.repeat(43), '', '%00', "' or 1=1", 'a'.repeat(4_000)]) {
      const answer = await fetch(`${console.url}/api/session`, { headers: { cookie: `ht-console=${secret}` } });
      expect(answer.status).toBe(401);
    }
  });
});

describe('a token', () => {
  test('goes to the service, for whom it is, and is renewed before its end', async () => {
    const browser = await console.signedIn();
    await browser.get(CASES);
    await console.sql(ENDS_SOON);
    await browser.get(CASES);
    const [first = '', second = '', ...more] = tokens();
    expect(more).toEqual([]);
    for (const token of [first, second])
      expect(decodeJwt(token.replace('Bearer ', ''))).toMatchObject({ sub: 'sun.tao', role: 'operator' });
  });

  test('is renewed once, however many tabs ask at the same time', async () => {
    const browser = await console.signedIn();
    await browser.get(CASES);
    await console.sql(SPENT);
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.get(CASES)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(tokens()).toHaveLength(2);
    // A second use of the first refresh token would have ended what the issuer had granted.
    await console.sql(SPENT);
    expect((await browser.get(CASES)).status).toBe(200);
  });

  test(
    'is renewed once by all processes of the console together',
    async () => {
      const other = await console.startAnother();
      const browser = await console.signedIn();
      await console.sql(SPENT);
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => browser.get(index % 2 === 0 ? CASES : `${other}${CASES}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(tokens()).toHaveLength(1);
      await console.sql(SPENT);
      expect((await browser.get(CASES)).status).toBe(200);
    },
    SERVERS,
  );

  test('that a service does not take is renewed, and the call made again with its body', async () => {
    const browser = await console.signedIn();
    let asked = 0;
    console.orchestrator.answer = (got, response) => ((asked += 1) === 1 ? reply(response, 401, {}) : { body: got.body });
    const { status, body } = await browser.send('POST', CASES, { process: 'enterprise-startup' });
    expect({ status, body }).toEqual({ status: 200, body: { body: '{"process":"enterprise-startup"}' } });
    expect(tokens()).toHaveLength(2);
  });

  test('that no service takes, renewed or not, ends the session', async () => {
    const browser = await console.signedIn();
    const refuse: Answering = (_got, response) => reply(response, 401, {});
    console.orchestrator.answer = refuse;
    expect(await browser.get<Problem>(CASES)).toMatchObject(ENDED);
    expect(console.orchestrator.got).toHaveLength(2);
    expect(await browser.get<Problem>('/api/session')).toMatchObject(ENDED);
  });

  test('is no more to be had when the issuer has ended what it had granted', async () => {
    const browser = await console.signedIn('gao.jie');
    const { body } = await (await console.signedIn('gao.jie')).send<{ location: string }>('POST', '/auth/sign-out');
    expect(body.location).toContain('/session/end');
    const out = await browser.go(body.location);
    const xsrf = /name="xsrf" value="(\w+)"/.exec(await out.text())?.[1] ?? '';
    await browser.go(`${console.identity.url}/session/end/confirm`, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    // Until then, services that check no list of revoked tokens go on taking it.
    expect((await browser.get(CASES)).status).toBe(200);
    await console.sql(SPENT);
    expect(await browser.get<Problem>(CASES)).toMatchObject(ENDED);
    expect(await console.sql('select 1 from sessions')).toEqual([]);
  });
});

test(
  'while the issuer is away, a token is good until its end, and then the answer says so; nobody is signed out',
  async () => {
    const browser = await console.signedIn();
    await console.identity.stop();
    await console.sql(ENDS_SOON);
    expect((await browser.get(CASES)).status).toBe(200);
    await console.sql(SPENT);
    expect(await browser.get<Problem>(CASES)).toMatchObject({ status: 503, body: { detail: expect.stringContaining('issuer') } });
    const begin = await browser.go('/auth/sign-in');
    expect([302, 503]).toContain(begin.status);
    await console.identity.start();
    expect((await browser.get(CASES)).status).toBe(200);
  },
  SERVERS,
);
