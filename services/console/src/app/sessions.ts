import { inTransaction } from '@hengtong/persistence';
import { type Logger, ProblemError } from '@hengtong/platform';
import type { Pool } from 'pg';
import { z } from 'zod';
import {
  addSession,
  dropOldSessions,
  dropSession,
  findSession,
  lockSession,
  renewSession,
  type StoredSession,
  touchSession,
} from '../adapters/postgres/sessions.ts';
import { isStale, sessionEnds, type SessionTimes } from '../domain/session-times.ts';
import { GrantEnded, type Issuer, type Tokens } from './issuer.ts';
import { keysOf, newSecret, seal, type SessionKeys, unseal } from './seal.ts';

/** Milliseconds after which a request is noted as a sign of life: not each is worth a write. */
const NOTED = 60_000;

const Sealed = z.object({ access: z.string(), refresh: z.string().optional() });

/** A session as of one request. Its token is for the services, and never for the browser. */
export interface Session {
  readonly keys: SessionKeys;
  readonly name: string;
  readonly accessToken: string;
  /** When it ends, if nothing more is asked for. Milliseconds since 1970. */
  readonly ends: number;
}

export interface SessionsOptions {
  readonly pool: Pool;
  readonly issuer: Issuer;
  readonly times: SessionTimes;
  readonly log: Logger;
}

/** Who is signed in, kept in the database; their tokens are sealed with what only the browser's cookie has. */
export class Sessions {
  private readonly options: SessionsOptions;
  /** Renewals under way, by session. */
  private readonly renewing = new Map<string, Promise<string>>();

  constructor(options: SessionsOptions) {
    this.options = options;
  }

  /** @returns the secret for the cookie */
  async begin(name: string, { access, refresh, from, until }: Tokens): Promise<string> {
    const secret = newSecret();
    const keys = keysOf(secret);
    if (!keys) throw new Error('a new secret is one');
    await addSession(this.options.pool, keys.id, { sealed: seal(keys, { access, refresh }), name, from, until });
    return secret;
  }

  /** The session of a cookie, its token renewed if it is about to end. @throws {ProblemError} 401 `session-ended` */
  async of(secret: string): Promise<Session> {
    const keys = keysOf(secret);
    const stored = keys && (await findSession(this.options.pool, keys.id));
    const now = Date.now();
    if (!keys || !stored || sessionEnds(stored, this.options.times) <= now) throw ended();
    const known = tokensIn(keys, stored).access;
    const accessToken = isStale(stored, now) ? await this.renewedIfCan(keys, known, stored) : known;
    if (now - stored.seenAt > Math.min(NOTED, this.options.times.idle / 4)) await touchSession(this.options.pool, keys.id);
    return { keys, name: stored.name, accessToken, ends: sessionEnds({ ...stored, seenAt: now }, this.options.times) };
  }

  /**
   * Another token in the place of one that a service did not take. @throws {ProblemError} 401 `session-ended` when the issuer gives none,
   * 503 while it is away.
   */
  async renewed({ keys, accessToken }: Pick<Session, 'keys' | 'accessToken'>): Promise<string> {
    try {
      return await this.renew(keys, accessToken);
    } catch (cause) {
      if (cause instanceof ProblemError) throw cause;
      throw new ProblemError('unavailable', 'The issuer of tokens does not answer, and your session needs another token.', { cause });
    }
  }

  /** Ends the session that a browser had before, if it had one. */
  async forget(secret: string): Promise<void> {
    const keys = keysOf(secret);
    if (keys) await this.end({ keys });
  }

  async end({ keys }: Pick<Session, 'keys'>): Promise<void> {
    await dropSession(this.options.pool, keys.id);
  }

  /** Forgets what is over. To be called again and again. */
  async sweep(): Promise<void> {
    await dropOldSessions(this.options.pool, this.options.times);
  }

  /** While the issuer is away, a token is good until its end. */
  private async renewedIfCan(keys: SessionKeys, known: string, { until }: StoredSession): Promise<string> {
    try {
      return await this.renewed({ keys, accessToken: known });
    } catch (error) {
      const away = error instanceof ProblemError && error.kind === 'unavailable';
      if (!away || Date.now() >= until) throw error;
      this.options.log.warn({ err: error.cause }, 'a token could not be renewed yet');
      return known;
    }
  }

  /** One at a time for each session, whoever asks: a refresh token is good once, and its second use ends the grant. */
  private renew(keys: SessionKeys, known: string): Promise<string> {
    const name = keys.id.toString('hex');
    const under = this.renewing.get(name) ?? this.renewAlone(keys, known).finally(() => this.renewing.delete(name));
    this.renewing.set(name, under);
    return under;
  }

  /** Other processes of the console wait at the row, and then find the token that this one got. */
  private async renewAlone(keys: SessionKeys, known: string): Promise<string> {
    const { pool, issuer } = this.options;
    try {
      return await inTransaction(pool, async (db) => {
        const stored = await lockSession(db, keys.id);
        if (!stored) throw ended();
        const { access, refresh } = tokensIn(keys, stored);
        if (access !== known) return access;
        if (refresh === undefined) throw new GrantEnded('the issuer gave no refresh token');
        const { from, until, ...tokens } = await issuer.renew(refresh);
        await renewSession(db, keys.id, { sealed: seal(keys, tokens), from, until });
        return tokens.access;
      });
    } catch (error) {
      if (!(error instanceof GrantEnded)) throw error;
      await dropSession(pool, keys.id);
      throw ended(error);
    }
  }
}

const tokensIn = (keys: SessionKeys, { sealed }: StoredSession) => Sealed.parse(unseal(keys, sealed));

/** What a browser is told whose session is over. */
export const ended = (cause?: unknown): ProblemError =>
  new ProblemError('session-ended', 'Your session is over. Sign in again at /auth/sign-in; what you typed stays on your page until then.', {
    cause,
  });
