import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { HealthCheck } from '../health/health-check.ts';

/** Milliseconds. How often the keys are asked for again, so that one that was withdrawn is known. */
const REFRESH_EVERY = 300_000;
/** How long nobody's unknown key makes us ask again. */
const COOLDOWN = 10_000;
/** How long an answer of the issuer stands for its being there. */
const FRESH_FOR = 15_000;
const TIMEOUT = 2_000;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The issuer's public keys, found by OpenID Connect Discovery. They are kept for as long as the issuer is away: a known key goes on
 * working, an unknown one is asked for.
 */
export class IssuerKeys {
  private readonly issuer: string;
  private found: Promise<KeySet> | undefined;
  private answeredAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;

  constructor(issuer: string) {
    this.issuer = issuer;
  }

  /** For `jwtVerify`. @throws if the issuer has no such key, or has never been reached. */
  readonly keyOf: JWTVerifyGetKey = async (header, token) => (await this.keys())(header, token);

  /** Asks the issuer, unless it has answered just now: without it only known keys open anything. */
  readonly check: HealthCheck = async () => {
    if (performance.now() - this.answeredAt < FRESH_FOR) return;
    try {
      await this.refresh();
    } catch {
      return { degraded: 'the issuer of tokens does not answer: tokens signed by a key that is not known yet are refused' };
    }
  };

  start(): void {
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), REFRESH_EVERY).unref();
    void this.refresh().catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async refresh(): Promise<void> {
    const keys = await this.keys();
    await keys.reload();
    this.answeredAt = performance.now();
  }

  private keys(): Promise<KeySet> {
    return (this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    }));
  }

  private async discover(): Promise<KeySet> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    const { issuer, jwks_uri } = Discovery.parse(await answer.json());
    if (issuer !== this.issuer) throw new Error(`${address} is of the issuer ${issuer}, not of ${this.issuer}`);
    return createRemoteJWKSet(new URL(jwks_uri), {
      cacheMaxAge: Number.POSITIVE_INFINITY,
      cooldownDuration: COOLDOWN,
      timeoutDuration: TIMEOUT,
    });
  }
}
