import { ProblemError } from '@hengtong/platform';
import * as oidc from 'openid-client';

/** Seconds that the issuer may take to answer. */
const TIMEOUT = 5;

export interface IssuerOptions {
  /** As it stands in tokens. */
  readonly issuer: string;
  /** Where browsers reach it, if not there. */
  readonly forBrowsers: string | undefined;
  readonly clientId: string;
  /** Where browsers reach the console. */
  readonly origin: string;
}

/** What must come back together with the code, known to the browser that asked. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the issuer gives for a code, or for the refresh token of before. `until` is in milliseconds since 1970. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly from: number;
  readonly until: number;
}

/** The issuer has ended what it had granted: the person signs in again. */
export class GrantEnded extends Error {
  override name = 'GrantEnded';
  readonly code = 'issuer.grant-ended';
}

/** Signing in at the issuer: authorization code with PKCE (RFC 7636), `state` and `nonce` (OpenID Connect Core §3.1). */
export class Issuer {
  private readonly options: IssuerOptions;
  private found: Promise<oidc.Configuration> | undefined;

  constructor(options: IssuerOptions) {
    this.options = options;
  }

  /** Where to send the browser, and what is to be kept with it meanwhile. @throws {ProblemError} 503 while the issuer is away. */
  async begin(): Promise<{ readonly address: URL; readonly attempt: SignInAttempt }> {
    const configuration = await this.configuration();
    const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { address: this.forBrowser(address), attempt };
  }

  /** Redeems the code with which the browser has come back. @throws what openid-client finds wrong with it; 503 while the issuer is away. */
  async complete(query: string, { state, nonce, verifier }: SignInAttempt): Promise<{ readonly name: string; readonly tokens: Tokens }> {
    const answer = await oidc.authorizationCodeGrant(await this.configuration(), new URL(`${this.callback}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = answer.claims();
    return { name: typeof claims?.['name'] === 'string' ? claims['name'] : (claims?.sub ?? ''), tokens: tokensOf(answer) };
  }

  /** @throws {GrantEnded} when there is nothing more to be had; whatever else means that the issuer is away. */
  async renew(refresh: string): Promise<Tokens> {
    try {
      return tokensOf(await oidc.refreshTokenGrant(await this.configuration(), refresh), refresh);
    } catch (cause) {
      if (cause instanceof oidc.ResponseBodyError && cause.status < 500) throw new GrantEnded('the issuer gives no more tokens', { cause });
      throw cause;
    }
  }

  /** Where a browser ends the session that it has with the issuer (OpenID Connect RP-Initiated Logout 1.0). */
  async endSession(): Promise<URL> {
    const address = oidc.buildEndSessionUrl(await this.configuration(), { post_logout_redirect_uri: `${this.options.origin}/` });
    return this.forBrowser(address);
  }

  private get callback(): string {
    return `${this.options.origin}/auth/callback`;
  }

  private forBrowser(address: URL): URL {
    return new URL(address.pathname + address.search, this.options.forBrowsers ?? address);
  }

  /** Found by OpenID Connect Discovery, once it answers. */
  private configuration(): Promise<oidc.Configuration> {
    return (this.found ??= this.discover().catch((cause: unknown) => {
      this.found = undefined;
      throw new ProblemError('unavailable', 'The issuer of tokens does not answer. Try again in a moment.', {
        headers: { 'retry-after': '2' },
        cause,
      });
    }));
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId } = this.options;
    // Plain HTTP only where the issuer's own name says so: on this machine, or in a network of one's own.
    // oxlint-disable-next-line typescript/no-deprecated -- so marked to be noticed, not to go
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute, timeout: TIMEOUT });
  }
}

function tokensOf(answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers, before?: string): Tokens {
  const from = Date.now();
  // RFC 6749 §5.1 only recommends `expires_in`; five minutes is what nobody's token falls short of.
  return { access: answer.access_token, refresh: answer.refresh_token ?? before, from, until: from + (answer.expiresIn() ?? 300) * 1000 };
}
