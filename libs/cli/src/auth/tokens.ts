import { clientCredentials, type NewToken, discover, keptToken, TokenRefused, type TokenSource } from '@hengtong/client';
import * as oidc from 'openid-client';
import type { LocalSystem } from '../local-system.ts';
import type { Terminal } from '../terminal.ts';
import { APPLICATION, login } from './login.ts';

/** The tokens of a client of the local start, which acts for itself. @throws with the names that there are. */
export function tokensOfClient({ issuer, clients }: LocalSystem, name: string): TokenSource {
  const clientSecret = clients[name];
  if (clientSecret === undefined) throw new Error(`There is no client ${name}; there are ${Object.keys(clients).join(', ')}.`);
  return clientCredentials({ issuer, clientId: name, clientSecret });
}

/** The tokens of a person, who signs in once, in the browser; renewed as long as the issuer does so, for a working day with the local one. */
export function tokensOfPerson({ issuer, peopleFile }: LocalSystem, { note, ended }: Pick<Terminal, 'note' | 'ended'>): TokenSource {
  let refresh: string | undefined;
  let signedIn = false;
  return keptToken(async () => {
    const configuration = await discover(issuer, APPLICATION, oidc.None());
    const given = signedIn
      ? await renewed(configuration, refresh)
      : await login(configuration, (address) => note(invitation(address, peopleFile)), ended);
    signedIn = true;
    refresh = given.refresh_token ?? refresh;
    return { accessToken: given.access_token, expiresIn: given.expiresIn() } satisfies NewToken;
  });
}

const invitation = (address: string, peopleFile: string): string =>
  `Open this in a browser, and sign in (names and passwords of the local start are in ${peopleFile}):\n\n  ${address}\n`;

/** @throws {TokenRefused} when the sign-in has come to its end */
async function renewed(configuration: oidc.Configuration, refresh: string | undefined): ReturnType<typeof oidc.refreshTokenGrant> {
  if (refresh === undefined) throw new TokenRefused('Your token has come to its end, and this issuer does not renew it: sign in again.');
  try {
    return await oidc.refreshTokenGrant(configuration, refresh);
  } catch (error) {
    if (!(error instanceof oidc.ResponseBodyError) || error.status >= 500) throw error;
    throw new TokenRefused('Your sign-in has come to its end: sign in again.', { cause: error });
  }
}
