import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AccessClaims, scopeNames } from '@hengtong/contracts';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** What a token of the tests says, beside what every token says. */
export type Who = Partial<AccessClaims> & Pick<AccessClaims, 'actor'>;

/** Callers as tests need them, each with all scopes: what may be done is then decided by who it is. */
export const portal: Who = { actor: 'portal', client_id: 'applicants-portal' };
export const operator: Who = { actor: 'operator', client_id: 'hengtong-cli', sub: 'operator-1', role: 'supervisor' };
export const systemOf = (department: string): Who => ({ actor: 'system', client_id: department, department });
export const agencyOf = (agency: string): Who => ({ actor: 'agency', client_id: agency, agency });
export const officerOf = (department: string, division: string): Who => ({
  actor: 'officer',
  client_id: 'hengtong-cli',
  sub: `officer-${department}-${division}`,
  department,
  division,
});

/** Where a set-up that runs before the tests' own processes leaves its issuer to them. */
const SHARED = 'HENGTONG_TEST_ISSUER';

interface Issuer {
  readonly url: string;
  readonly key: JWK;
}

let own: Promise<Issuer> | undefined;

/**
 * The address of an issuer of tokens for tests: discovery and keys over HTTP, as services ask for them. One for all processes of a
 * test run that were started after it; it ends with the process that needed it first.
 */
export const issuerUrl = async (): Promise<string> => (await issuer()).url;

/** An access token of the tests' issuer, for an hour unless told (like `3s`, or `28s ago`). */
export async function tokenOf(who: Who, lifetime = '1h'): Promise<string> {
  const { url, key } = await issuer();
  const claims = { client_id: 'tests', scope: scopeNames.join(' '), ...who };
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', typ: 'at+jwt' })
    .setIssuer(url)
    .setAudience('hengtong')
    .setSubject(who.sub ?? claims.client_id)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(key, 'ES256'));
}

const tokens = new Map<string, Promise<string>>();

/** The header that says who asks, for `fetch`. */
export async function authorization(who: Who): Promise<{ authorization: string }> {
  const name = JSON.stringify(who);
  const token = tokens.get(name) ?? tokenOf(who);
  tokens.set(name, token);
  return { authorization: `Bearer ${await token}` };
}

const issuer = (): Promise<Issuer> => (own ??= shared() ?? start());

function shared(): Promise<Issuer> | undefined {
  const text = process.env[SHARED];
  return text === undefined ? undefined : Promise.resolve(JSON.parse(text) as Issuer);
}

async function start(): Promise<Issuer> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'tests', alg: 'ES256', use: 'sig' };
  const { d: _, ...publicKey } = key;
  const server = createServer((request, response) => {
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
      '/jwks': { keys: [publicKey] },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Whoever waits for nothing else may end, open connections or not.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made = { url, key };
  process.env[SHARED] = JSON.stringify(made);
  return made;
}
