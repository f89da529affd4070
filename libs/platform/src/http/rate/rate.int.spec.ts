import { problemType } from '@hengtong/contracts';
import { afterEach, expect, test } from '@jest/globals';
import { authorization, operator, systemOf } from '@hengtong/testing';
import { Controller, Get, Module } from '@nestjs/common';
import { Allows } from '../../access/allows.ts';
import { type Extra, serve } from '../../testing/serve.ts';
import type { Service } from '../service.ts';

@Controller('v1/things')
class ThingsController {
  @Get()
  @Allows('cases:read', 'operator', 'system')
  list(): object {
    return {};
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const theirs = await authorization(operator);

let service: Service | undefined;
afterEach(() => service?.stop());

/** Asks so many times at once, and sees the answers in the order in which they were asked for. */
async function ask(times: number, headers: Record<string, string>, path = '/v1/things'): Promise<Response[]> {
  return Promise.all(Array.from({ length: times }, () => fetch(`${service?.url}${path}`, { headers })));
}
const start = async (config: NonNullable<Extra['config']>): Promise<Service> => (service = await serve(ThingsModule, { config }));
const statuses = (answers: readonly Response[]): number[] => answers.map(({ status }) => status).toSorted((a, b) => a - b);

test('each answer says how much is left; one request too many is told when to come again', async () => {
  await start({ RATE_LIMIT: 2 });
  const [one, two, three] = [await ask(1, theirs), await ask(1, theirs), await ask(1, theirs)].flat();
  expect(one?.headers.get('ratelimit-policy')).toBe('"client";q=2;w=1');
  expect([one, two, three].map((answer) => answer?.headers.get('ratelimit'))).toEqual([
    '"client";r=1;t=1',
    '"client";r=0;t=1',
    '"client";r=0;t=1',
  ]);
  expect(three?.status).toBe(429);
  expect(three?.headers.get('retry-after')).toBe('1');
  expect(three?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await three?.json()).toMatchObject({
    type: problemType('too-many-requests'),
    status: 429,
    detail: 'More than 2 requests a second came from this client. Wait, then go on more slowly.',
    instance: '/v1/things',
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('clients behind one address are counted apart, until the address has sent too much', async () => {
  await start({ RATE_LIMIT: 2 });
  expect(statuses(await ask(3, await authorization(systemOf('taxation'))))).toEqual([200, 200, 429]);
  expect(statuses(await ask(2, await authorization(systemOf('housing-fund'))))).toEqual([200, 200]);
  // Three more are left to the address, which is counted first.
  const rest = await ask(4, await authorization(systemOf('public-security')));
  expect(statuses(rest)).toEqual([200, 200, 429, 429]);
  expect(rest.map((answer) => answer.headers.get('ratelimit-policy'))).toContain('"address";q=8;w=1');
});

test('whoever has no token is a client by their address; nothing is free', async () => {
  await start({ RATE_LIMIT: 1 });
  expect(statuses([await ask(1, {}, '/nowhere'), await ask(1, {}, '/health/live'), await ask(1, {}, '/openapi.json')].flat())).toEqual([
    404, 429, 429,
  ]);
});

test('guessing at tokens is counted before a token is looked at', async () => {
  await start({ RATE_LIMIT: 1 });
  const guesses = await ask(5, { authorization: 'Bearer guess' });
  expect(statuses(guesses)).toEqual([401, 401, 401, 401, 429]);
  expect(new Set(guesses.map((answer) => answer.headers.get('ratelimit-policy')))).toEqual(new Set(['"address";q=4;w=1']));
});

test('of a proxy that is trusted the address behind it counts; what anybody else says of theirs does not', async () => {
  await start({ RATE_LIMIT: 1, TRUST_PROXY: ['127.0.0.1'] });
  const from = (address: string) => ask(1, { 'x-forwarded-for': address }, '/health/live');
  expect(statuses([await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.1')].flat())).toEqual([200, 200, 429]);
  await service?.stop();
  await start({ RATE_LIMIT: 1 });
  expect(statuses([await from('192.0.2.1'), await from('192.0.2.2')].flat())).toEqual([200, 429]);
});

test('by default hundreds at once pass', async () => {
  await start({});
  expect(new Set(statuses(await ask(500, theirs)))).toEqual(new Set([200]));
});
