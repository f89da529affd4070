import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as oidc from 'openid-client';

/** The application by which people sign in here; it has no secret to keep. */
export const APPLICATION = 'hengtong-cli';
/** Milliseconds that a person may take. */
const PATIENCE = 300_000;

/**
 * Signs a person in (authorization code with PKCE, RFC 7636) and gives their tokens. The browser comes back to a port of this
 * process (RFC 8252 §7.3); `open` is told the address to begin at. `ended` gives up waiting.
 * @throws with what the issuer says when it does not end in a token, or nobody has signed in within five minutes.
 */
export async function login(
  configuration: oidc.Configuration,
  open: (address: string) => void,
  ended: AbortSignal,
): ReturnType<typeof oidc.authorizationCodeGrant> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const redirect = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
    const begin = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirect,
      scope: 'openid',
      state,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const back = comesBack(server, redirect, ended);
    open(begin.href);
    return await oidc.authorizationCodeGrant(configuration, await back, { pkceCodeVerifier: verifier, expectedState: state });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The address at which the browser arrives in the end. */
function comesBack(server: Server, redirect: string, ended: AbortSignal): Promise<URL> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(() => reject(new Error('Nobody has signed in within five minutes.')), PATIENCE);
    ended.addEventListener('abort', () => reject(new Error('Nobody has signed in.')), { once: true });
    server.on('request', (request, response) => {
      const address = new URL(request.url ?? '', redirect);
      if (address.pathname !== '/callback') return void response.writeHead(404).end();
      clearTimeout(over);
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end('已登录，可以关闭此页。 You are signed in; this page can be closed.\n', () => resolve(address));
    });
  });
}
