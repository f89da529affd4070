import * as oidc from 'openid-client';

/**
 * What an issuer says of itself, for a client of it (OpenID Connect Discovery 1.0). Plain HTTP is for an issuer on this machine only.
 * @param issuer its address, as it stands in tokens
 */
export function discover(issuer: string, client: string, authentication: oidc.ClientAuth): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const local = address.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  // oxlint-disable-next-line no-deprecated -- marked so that it stands out: it is for this machine only, and so it is used
  return oidc.discovery(address, client, undefined, authentication, local ? { execute: [oidc.allowInsecureRequests] } : {});
}
