import { createHash, randomBytes } from 'node:crypto';
import { signInFrom } from './browser.ts';

/** Who signs in, where, and for which application. */
export interface SigningIn {
  readonly issuerUrl: string;
  /** An application of deploy/local/identity.yaml. Default hengtong-cli. */
  readonly client?: string;
  readonly name: string;
  readonly password: string;
  /** Scopes joined by spaces. Default `openid`: all that the person holds. */
  readonly scope?: string;
}

/** What an issuer answers to a request for a token (RFC 6749 §5.1); `expires_in` is in seconds. */
export interface Token {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope?: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

/** Nothing listens there: the redirect is read, not followed. */
const redirectUri = 'http://127.0.0.1/callback';

/**
 * Signs a person in as a browser would, for tests and scripts: authorization code with PKCE (RFC 7636), the form of services/identity.
 * @throws with what the page or the token endpoint said when it does not end in a token.
 */
export async function signInByForm(who: SigningIn): Promise<Token> {
  const { issuerUrl, client = 'hengtong-cli', name, password, scope = 'openid' } = who;
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const end = await signInFrom(`${issuerUrl}/auth?${query.toString()}`, { name, password });
  const code = end.searchParams.get('code');
  if (code === null || end.searchParams.get('state') !== state) throw new Error(`the sign-in of ${name} ended at ${end.href}`);
  return requestToken(issuerUrl, {
    grant_type: 'authorization_code',
    client_id: client,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

/** Asks the token endpoint. `authorization` is the header of clients with a secret. @throws with its answer unless it is a token. */
export async function requestToken(issuerUrl: string, parameters: Record<string, string>, authorization?: string): Promise<Token> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
    ...(authorization !== undefined && { headers: { authorization } }),
    signal: AbortSignal.timeout(15_000),
  });
  if (!answer.ok) throw new Error(`the issuer answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Token;
}
