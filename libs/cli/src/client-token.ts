import * as oidc from 'openid-client';
import { discover } from './issuer.ts';
import type { LocalSystem } from './local-system.ts';

/** An access token of a client that acts for itself (client credentials, RFC 6749 §4.4). @throws with the names that there are. */
export async function clientToken({ issuer, clients }: LocalSystem, name: string): Promise<string> {
  const secret = clients[name];
  if (secret === undefined) throw new Error(`There is no client ${name}; there are ${Object.keys(clients).join(', ')}.`);
  const configuration = await discover(issuer, name, oidc.ClientSecretBasic(secret));
  return (await oidc.clientCredentialsGrant(configuration)).access_token;
}
