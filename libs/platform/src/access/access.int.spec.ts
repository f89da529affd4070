import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, officerOf, operator, portal, systemOf, type Who } from '@hengtong/testing';
import { type Problem, type Scope, scopeNames } from '@hengtong/contracts';
import { Controller, Get, Module } from '@nestjs/common';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Service } from '../http/service.ts';
import { startService } from '../http/start-service.ts';
import { createLogger } from '../logging/logger.ts';
import { Allows } from './allows.ts';
import { actorOf, type Caller, From } from './caller.ts';

@Controller('v1/things')
class ThingsController {
  @Get()
  @Allows('records:read', 'system', 'officer', 'operator')
  list(@From() caller: Caller): object {
    return actorOf(caller);
  }

  @Get('forgotten')
  forgotten(): object {
    return { secret: 42 };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

/** An issuer whose keys and presence the test decides. */
class Issuer {
  keys: JWK[] = [];
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const discovery = { issuer: this.url, jwks_uri: `${this.url}/jwks` };
      response.end(JSON.stringify(request.url === '/jwks' ? { keys: this.keys } : discovery));
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

const issuer = new Issuer();
let signing: CryptoKey;
let publicPem: string;
let service: Service;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  signing = pair.privateKey;
  publicPem = await exportSPKI(pair.publicKey);
  issuer.keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }];
  await issuer.start();
  service = await startService({
    name: 'taxation',
    department: 'taxation',
    module: ThingsModule,
    config: { PORT: 0, HOST: '127.0.0.1', STOP_WITH_PARENT: false, OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'hengtong' },
    log: createLogger({ service: 'taxation', level: 'silent' }),
    checks: {},
    onStop: [],
    api: { title: 'Things', description: 'For tests', version: '1' },
  });
});
afterAll(async () => {
  await service.stop();
  await issuer.stop();
});

const now = (): number => Math.floor(Date.now() / 1000);

interface Forging {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Record<string, string>;
  readonly key?: CryptoKey;
}

const sign = (who: Who, { claims, header, key = signing }: Forging = {}): Promise<string> =>
  new SignJWT({
    iss: issuer.url,
    aud: 'hengtong',
    sub: who.client_id ?? 'someone',
    client_id: 'tests',
    scope: scopeNames.join(' '),
    iat: now(),
    exp: now() + 300,
    ...who,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .sign(key);

async function get(path: string, token?: string): Promise<{ status: number; challenge: string | null; body: Problem }> {
  const answer = await fetch(service.url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, challenge: answer.headers.get('www-authenticate'), body: (await answer.json()) as Problem };
}

const taxation = systemOf('taxation');

describe('a route', () => {
  test('is open to whom its rule names, and the handler knows who it is', async () => {
    expect(await get('/v1/things', await sign(taxation))).toMatchObject({
      status: 200,
      body: { type: 'system', id: 'taxation', department: 'taxation' },
    });
    expect((await get('/v1/things', await sign(officerOf('taxation', '330106')))).status).toBe(200);
    expect((await get('/v1/things', await sign(operator))).status).toBe(200);
  });

  test('is closed without a token, and says how to bring one', async () => {
    expect(await get('/v1/things')).toMatchObject({ status: 401, challenge: 'Bearer realm="hengtong"' });
  });

  test('is closed to a token without its scope, which the answer names', async () => {
    const scope = scopeNames.filter((name: Scope) => name !== 'records:read').join(' ');
    const { status, challenge, body } = await get('/v1/things', await sign({ ...taxation, scope }));
    expect([status, challenge]).toEqual([403, 'Bearer realm="hengtong", error="insufficient_scope", scope="records:read"']);
    expect(body.detail).toContain('records:read');
  });

  test('is closed to other kinds of callers, and to those of another department', async () => {
    expect(await get('/v1/things', await sign(portal))).toMatchObject({ status: 403, body: { detail: expect.stringContaining('portal') } });
    for (const stranger of [systemOf('housing-fund'), officerOf('housing-fund', '330106'), { actor: 'system' } as const])
      expect((await get('/v1/things', await sign(stranger))).status).toBe(403);
  });

  test('without a rule is closed to everybody', async () => {
    expect(await get('/v1/things/forgotten')).toMatchObject({ status: 401 });
    for (const who of [taxation, operator, portal, officerOf('taxation', '330106')])
      expect(await get('/v1/things/forgotten', await sign(who))).toMatchObject({
        status: 403,
        body: { detail: 'No rule opens this route to anybody.' },
      });
  });

  test('of measurements has its own scope; health and documentation are open', async () => {
    expect((await fetch(`${service.url}/metrics`)).status).toBe(401);
    const scope = 'records:read';
    expect((await get('/metrics', await sign({ ...operator, scope }))).status).toBe(403);
    const headers = { authorization: `Bearer ${await sign(operator)}` };
    expect((await fetch(`${service.url}/metrics`, { headers })).status).toBe(200);
    for (const path of ['/health/live', '/health/ready', '/docs', '/openapi.json'])
      expect([path, (await fetch(service.url + path)).status]).toEqual([path, 200]);
  });

  test('that does not exist is not there for anybody', async () => {
    expect((await get('/v1/nothing')).status).toBe(404);
  });
});

describe('a token', () => {
  const refused: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
    ['that has expired', () => sign(taxation, { claims: { exp: now() - 60 } }), /has expired/],
    ['that is not valid yet', () => sign(taxation, { claims: { nbf: now() + 120 } }), /wrong nbf/],
    ['without an end', () => sign(taxation, { claims: { exp: undefined } }), /wrong exp/],
    ['for another audience', () => sign(taxation, { claims: { aud: 'elsewhere' } }), /wrong aud/],
    ['of another issuer', () => sign(taxation, { claims: { iss: 'http://127.0.0.1:1' } }), /wrong iss/],
    ['that does not say who it is for', () => sign(taxation, { claims: { actor: undefined } }), /claim.*actor/],
    ['that says it is one of our own services', () => sign(taxation, { claims: { actor: 'service' } }), /claim.*actor/],
    ['signed by nobody (alg: none)', async () => unsigned(await sign(taxation)), /algorithm|cannot be read/],
    ['signed with the public key as a secret (HS256)', async () => hmac(await sign(taxation)), /algorithm/],
    [
      'signed by a wrong key under a known kid',
      async () => sign(taxation, { key: (await generateKeyPair('ES256')).privateKey }),
      /wrong signature/,
    ],
    ['with an unknown kid', () => sign(taxation, { header: { kid: 'two' } }), /key that the issuer does not have/],
    ['with a path for its kid', () => sign(taxation, { header: { kid: '../../etc/passwd' } }), /key that the issuer does not have/],
    ['with a changed body', async () => tampered(await sign(taxation)), /wrong signature/],
    ['that is no token', () => 'abc', /cannot be read/],
    ['of three dots', () => 'a.b.c', /cannot be read/],
  ];

  test.each(refused)('%s is refused, and the answer says why', async (_what, token, why) => {
    const { status, challenge, body } = await get('/v1/things', await token());
    expect(status).toBe(401);
    expect(challenge).toMatch(/error="invalid_token"/);
    expect(body.detail).toMatch(why);
  });

  test('of a megabyte is refused', async () => {
    const answer = await get('/v1/things', 'x'.repeat(1_000_000)).catch(() => ({ status: 431 }));
    expect([400, 401, 431]).toContain(answer.status);
    expect((await get('/v1/things', 'x'.repeat(9_000))).status).toBe(401);
  });

  test('may be a little ahead of our clock, or behind it', async () => {
    expect((await get('/v1/things', await sign(taxation, { claims: { iat: now() + 10, nbf: now() + 10 } }))).status).toBe(200);
    expect((await get('/v1/things', await sign(taxation, { claims: { exp: now() - 10 } }))).status).toBe(200);
  });

  test('in another scheme, or twice in one header, is none', async () => {
    const token = await sign(taxation);
    for (const authorization of [`Basic ${token}`, token, `Bearer ${token} ${token}`, `Bearer ${token}, Bearer ${token}`])
      expect((await fetch(`${service.url}/v1/things`, { headers: { authorization } })).status).toBe(401);
  });
});

test('an issuer that is away: known keys go on working, unknown ones are refused, and readiness says so', async () => {
  await issuer.stop();
  expect((await get('/v1/things', await sign(taxation))).status).toBe(200);
  const unknown = await generateKeyPair('ES256');
  expect((await get('/v1/things', await sign(taxation, { key: unknown.privateKey, header: { kid: 'three' } }))).status).toBe(401);
  await eventually(async () => {
    const ready = (await (await fetch(`${service.url}/health/ready`)).json()) as { status: string; checks: Record<string, unknown> };
    expect(ready).toMatchObject({ status: 'degraded', checks: { issuer: { detail: expect.stringContaining('refused') } } });
  }, 30_000);

  // A key that the issuer has made meanwhile works as soon as it is back.
  issuer.keys = [...issuer.keys, { ...(await exportJWK(unknown.publicKey)), kid: 'three', alg: 'ES256' }];
  await issuer.start();
  await eventually(async () => {
    const answer = await get('/v1/things', await sign(taxation, { key: unknown.privateKey, header: { kid: 'three' } }));
    expect(answer.status).toBe(200);
  }, 30_000);
}, 60_000);

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const unsigned = (token: string): string => `${part({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1]}.`;

function hmac(token: string): string {
  const signed = `${part({ alg: 'HS256', kid: 'one' })}.${token.split('.')[1]}`;
  return `${signed}.${createHmac('sha256', publicPem).update(signed).digest('base64url')}`;
}

function tampered(token: string): string {
  const [head, body = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  return [head, part({ ...claims, actor: 'operator' }), signature].join('.');
}
