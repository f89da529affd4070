import { scopeNames } from '@hengtong/contracts';
import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { type Caller, claimsOf, granted, heldBy } from '../domain/callers.ts';
import type { Seed } from '../seed/seed.ts';

/** Names the API of all services as a resource (RFC 8707). Nobody has to: it is the default, and there is no other. */
export const RESOURCE = 'urn:hengtong:api';
/** Seconds that a token is valid. Services check no list of revoked ones, so this is how long a right outlives its end. */
export const TOKEN_SECONDS = 300;

/** What goes into access tokens: JWTs after RFC 9068 for one audience, with the scopes that the caller holds and no others. */
export function tokenSettings(
  seed: Seed,
  audience: string,
): Required<Pick<Configuration, 'extraTokenClaims' | 'formats'>> & { resourceIndicators: ResourceIndicators } {
  const callerOf = (token: Subject): Caller => {
    const caller = token.accountId === undefined ? seed.clients.get(token.clientId ?? '') : seed.people.get(token.accountId);
    if (caller === undefined) throw new errors.InvalidGrant('there is no such caller any more');
    return caller;
  };
  return {
    extraTokenClaims: (_ctx, token) => claimsOf(callerOf(token)),
    formats: {
      customizers: {
        // The last place before a token is signed, the same for every grant type: rights are decided here and nowhere else.
        jwt: (ctx, token, parts) => {
          const scopes = granted(askedFor(ctx), heldBy(callerOf(token), seed.rights));
          if (scopes.length === 0) throw new errors.InvalidScope('none of these scopes is held', [...askedFor(ctx)].join(' '));
          token.scope = scopes.join(' ');
          parts.payload['scope'] = token.scope;
        },
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== RESOURCE) throw new errors.InvalidTarget(`the only resource is ${RESOURCE}`);
        return {
          scope: scopeNames.join(' '),
          audience,
          accessTokenTTL: TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  };
}

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;
type Subject = { readonly accountId?: string | undefined; readonly clientId?: string | undefined };

/** The scopes of the request, or of the sign-in that it goes back to. */
function askedFor({ oidc }: KoaContextWithOIDC): ReadonlySet<string> {
  const { scope } = oidc.params ?? {};
  if (typeof scope === 'string' && scope !== '') return new Set(scope.split(' '));
  return (oidc.entities.AuthorizationCode ?? oidc.entities.RefreshToken)?.scopes ?? new Set();
}
