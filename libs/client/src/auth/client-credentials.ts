import * as oidc from 'openid-client';
import { discover } from './discover.ts';
import { keptToken, type NewToken, TokenRefused, type TokenSource } from './token-source.ts';

/** Who asks, and whom. */
export interface Credentials {
  /** Any OpenID Connect issuer, by the address that stands in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes, separated by spaces. Default: what the issuer gives to this client. */
  readonly scope?: string;
}

/**
 * The tokens of software that acts for itself (client credentials, RFC 6749 §4.4), each renewed shortly before its end.
 *
 * ```ts
 * const token = clientCredentials({ issuer: 'https://id.example.gov.cn', clientId: 'statistics', clientSecret });
 * ```
 */
export function clientCredentials({ issuer, clientId, clientSecret, scope }: Credentials): TokenSource {
  let known: Promise<oidc.Configuration> | undefined;
  const configuration = (): Promise<oidc.Configuration> =>
    (known ??= discover(issuer, clientId, oidc.ClientSecretBasic(clientSecret)).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));

  return keptToken(async (): Promise<NewToken> => {
    try {
      const given = await oidc.clientCredentialsGrant(await configuration(), scope === undefined ? {} : { scope });
      return { accessToken: given.access_token, expiresIn: given.expiresIn() };
    } catch (error) {
      throw refusal(error, clientId) ?? error;
    }
  });
}

/** What the issuer says when it knows this client and gives it nothing, or does not know it (RFC 6749 §5.2). */
function refusal(error: unknown, client: string): TokenRefused | undefined {
  const refused =
    (error instanceof oidc.ResponseBodyError && error.status < 500 && error.status !== 429) ||
    error instanceof oidc.WWWAuthenticateChallengeError;
  return refused ? new TokenRefused(`The issuer gives no token to ${client}: ${error.message}`, { cause: error }) : undefined;
}
