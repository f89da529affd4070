import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../problem-error.ts';

/** Seconds. The shortest that the headers can say: who has used up a second waits a second. */
const WINDOW = 1;

/**
 * A limit on requests a second, counted apart for each key, in this process alone. The answer says how much is left, in the headers of
 * draft-ietf-httpapi-ratelimit-headers-11 (May 2026, the newest; §3 RateLimit-Policy, §4 RateLimit).
 */
export class Rate {
  private readonly name: string;
  private readonly perSecond: number;
  private readonly limiter: RateLimiterMemory;

  /** `name`: what the policy is called in the headers: `client`, `address`. */
  constructor(name: string, perSecond: number) {
    this.name = name;
    this.perSecond = perSecond;
    this.limiter = new RateLimiterMemory({ points: perSecond, duration: WINDOW, keyPrefix: '' });
  }

  /** Counts a request. Of several policies the answer shows the last that was asked. @throws {ProblemError} 429 with Retry-After */
  async take(key: string, reply: FastifyReply): Promise<void> {
    // In memory nothing can fail: what is rejected is the count of one request too many.
    const { consumedPoints, remainingPoints, msBeforeNext } = await this.limiter
      .consume(key)
      .catch((over: unknown) => over as RateLimiterRes);
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    reply.header('ratelimit-policy', `"${this.name}";q=${this.perSecond};w=${WINDOW}`);
    reply.header('ratelimit', `"${this.name}";r=${remainingPoints};t=${seconds}`);
    if (consumedPoints <= this.perSecond) return;
    throw new ProblemError(
      'too-many-requests',
      `More than ${this.perSecond} requests a second came from this ${this.name}. Wait, then go on more slowly.`,
      {
        // The same moment as the end of the window (§6 of the draft).
        headers: { 'retry-after': String(seconds) },
      },
    );
  }
}
