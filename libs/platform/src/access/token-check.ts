import { AccessClaims } from '@hengtong/contracts';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../http/problem-error.ts';
import { type Caller, callerOf } from './caller.ts';
import type { IssuerKeys } from './issuer-keys.ts';

/**
 * The algorithms that an issuer may sign with: asymmetric ones only, so that nobody who can check a token can make one
 * (RFC 8725 §3.1, §3.2; that is also why `none` and HS256 are not among them).
 */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
/** Seconds by which clocks may differ. */
const CLOCK_SKEW = 30;
/** Characters. A token of ours has some 800; one of Keycloak with many roles some thousands. */
const LONGEST = 8_192;
/** Milliseconds for which a token that was checked is taken again unchecked. */
const CHECKED_FOR = 60_000;

export interface TokenCheckOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
}

/** Finds out who a token belongs to. A signature is checked once in a minute: that takes a hundred times as long as all else. */
export class TokenCheck {
  private readonly options: TokenCheckOptions;
  private readonly checked = new LRUCache<string, Caller>({ max: 10_000 });

  constructor(options: TokenCheckOptions) {
    this.options = options;
  }

  /** The caller that an `Authorization` header names. @throws {ProblemError} 401 that says what is wrong with it. */
  async caller(authorization: string | undefined): Promise<Caller> {
    if (authorization === undefined) throw unauthenticated('Send an access token: Authorization: Bearer <token>.');
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined || token.length > LONGEST) throw invalid('is no bearer token');
    const known = this.checked.get(token);
    if (known) return known;
    const payload = await this.verified(token);
    const claims = AccessClaims.safeParse(payload);
    if (!claims.success)
      throw invalid(`lacks a claim, or has a wrong one: ${claims.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    const until = ((payload.exp ?? 0) + CLOCK_SKEW) * 1000;
    const caller = callerOf(claims.data, until);
    const validFor = until - Date.now();
    // At the very end of its time nothing is kept: a time of 0 would mean for ever.
    if (validFor > 0) this.checked.set(token, caller, { ttl: Math.min(CHECKED_FOR, validFor) });
    return caller;
  }

  private async verified(token: string): Promise<JWTPayload> {
    const { issuer, audience, keys } = this.options;
    try {
      const { payload } = await jwtVerify(token, keys.keyOf, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      return payload;
    } catch (error) {
      throw invalid(faultOf(error), error);
    }
  }
}

function faultOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'has expired: get a new one';
  if (error instanceof errors.JWTClaimValidationFailed) return `has a wrong ${error.claim}`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'is signed by an algorithm that is not taken';
  if (error instanceof errors.JWKSNoMatchingKey) return 'is signed by a key that the issuer does not have';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'has a wrong signature';
  if (error instanceof errors.JOSEError) return 'cannot be read';
  return 'cannot be checked: the issuer of tokens does not answer, and its key is not known here';
}

const unauthenticated = (detail: string): ProblemError =>
  new ProblemError('unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer realm="hengtong"' } });

/** RFC 6750 §3.1. */
const invalid = (fault: string, cause?: unknown): ProblemError =>
  new ProblemError('unauthenticated', `The token ${fault}.`, {
    headers: { 'www-authenticate': `Bearer realm="hengtong", error="invalid_token", error_description="The token ${fault}"` },
    cause,
  });
