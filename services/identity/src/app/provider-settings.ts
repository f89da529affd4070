import { scopeNames } from '@hengtong/contracts';
import { type ClientMetadata, type Configuration, interactionPolicy, type JWK, type KoaContextWithOIDC } from 'oidc-provider';
import type { Pool } from 'pg';
import { errorPage, htmlHeaders, signedOutPage, signOutPage } from '../adapters/http/pages.ts';
import { StoredObjects } from '../adapters/postgres/stored-objects.ts';
import { claimsOf } from '../domain/callers.ts';
import type { Secrets } from '../seed/secrets.ts';
import type { Seed } from '../seed/seed.ts';
import { RESOURCE, TOKEN_SECONDS, tokenSettings } from './tokens.ts';

/** Seconds. A working day: then one signs in again. Nothing that was signed in for outlives the session. */
const SESSION = 8 * 3600;

export interface ProviderContext {
  readonly pool: Pool;
  readonly seed: Seed;
  readonly secrets: Secrets;
  readonly audience: string;
  readonly cookieKey: string;
}

/** The settings of oidc-provider: what is not named here and is off by default stays off. `keys`: the one that signs comes first. */
export function providerSettings({ pool, seed, secrets, audience, cookieKey }: ProviderContext, keys: readonly JWK[]): Configuration {
  const { resourceIndicators, ...tokens } = tokenSettings(seed, audience);
  const policy = interactionPolicy.base();
  // All applications are our own: whoever signs in is not asked whether the application may act for them.
  policy.remove('consent');
  return {
    ...tokens,
    adapter: (model) => new StoredObjects(pool, model),
    clients: clients(seed, secrets),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    jwks: { keys },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    cookies: { keys: [cookieKey] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'actor', 'role', 'department', 'division'] },
    // Nobody asks for user information, so what stands there is in the id token.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      userinfo: { enabled: false },
      // On by default, and of no use here: no service checks proofs of possession, no application pushes its request.
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators,
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form), goesOnTo(ctx)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
      },
    },
    findAccount: (_ctx, id) => {
      const person = seed.people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, name: person.name, ...claimsOf(person) }) };
    },
    loadExistingGrant: grantEverything,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { policy, url: (_ctx, { uid }) => `/sign-in/${uid}` },
    renderError: (ctx, out) => show(ctx, errorPage(out.error, out.error_description)),
    // Swagger UI of a service has another port than this one, so its requests come from another origin.
    clientBasedCORS: (_ctx, origin) => URL.canParse(origin) && ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname),
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: TOKEN_SECONDS,
      IdToken: TOKEN_SECONDS,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: SESSION,
      Grant: SESSION,
      RefreshToken: SESSION,
    },
  };
}

function clients({ clients: software, applications }: Seed, secrets: Secrets): ClientMetadata[] {
  const own = [...software.keys()].map((id) => ({
    client_id: id,
    client_secret: secrets.clients[id],
    token_endpoint_auth_method: 'client_secret_basic' as const,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  }));
  const forPeople = [...applications.values()].map(({ id, title, redirectUris, signedOutUris }) => ({
    client_id: id,
    client_name: `${title.zh} ${title.en}`,
    // For any port of a loopback address (RFC 8252 §7.3).
    application_type: 'native' as const,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    response_modes: ['query'],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: [...redirectUris, ...signedOutUris],
    id_token_signed_response_alg: 'ES256' as const,
  }));
  return [...own.map((client) => ({ ...client, id_token_signed_response_alg: 'ES256' as const })), ...forPeople];
}

/** All that can be granted: of it, a token gets what its person holds (tokens.ts). */
async function grantEverything({ oidc }: KoaContextWithOIDC): Promise<InstanceType<typeof oidc.provider.Grant>> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, scopeNames.join(' '));
  await grant.save();
  return grant;
}

/** Where whoever signs out will be sent in the end; it has been checked by now. */
function goesOnTo({ oidc }: KoaContextWithOIDC): string | undefined {
  const uri = oidc.params?.['post_logout_redirect_uri'];
  return typeof uri === 'string' ? new URL(uri).origin : undefined;
}

/** `sendsTo`: where a form of the page leads in the end, if not to this origin. */
function show(ctx: KoaContextWithOIDC, page: string, sendsTo?: string): void {
  ctx.set(htmlHeaders(sendsTo));
  ctx.body = page;
}
