import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SignInAttempt } from '../../app/issuer.ts';

/** Seconds that a sign-in may take, from its beginning to the return of the browser. */
const SIGN_IN = 600;
/** Sign-ins that one browser may have under way: more are of tabs that were closed, and their cookies only make requests long. */
const AT_ONCE = 5;

const SIGN_IN_PREFIX = 'ht-console-sign-in-';

const Begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** A sign-in under way, and where it is to lead. */
export type BegunSignIn = SignInAttempt & { readonly to: string };

/** The cookies of the console. No script can read them, no page of another site has them sent along with what it posts. */
export class Cookies {
  private readonly secure: boolean;
  private readonly session: string;

  /** `origin`: where browsers reach the console. By HTTPS the prefix keeps other hosts from setting it (RFC 6265bis §4.1.3.2). */
  constructor(origin: string) {
    this.secure = origin.startsWith('https:');
    this.session = this.secure ? '__Host-ht-console' : 'ht-console';
  }

  /** The secret of the browser's session. */
  secretIn(request: FastifyRequest): string | undefined {
    return cookiesIn(request)[this.session];
  }

  keepSession(reply: FastifyReply, secret: string): void {
    this.set(reply, this.session, secret, { path: '/' });
  }

  dropSession(reply: FastifyReply): void {
    this.set(reply, this.session, '', { path: '/', maxAge: 0 });
  }

  /** Each sign-in has a cookie of its own, so that two tabs can be at it. */
  keepSignIn(request: FastifyRequest, reply: FastifyReply, begun: BegunSignIn): void {
    const others = Object.keys(cookiesIn(request)).filter((name) => name.startsWith(SIGN_IN_PREFIX));
    if (others.length >= AT_ONCE) for (const name of others) this.set(reply, name, '', { path: '/auth', maxAge: 0 });
    const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
    this.set(reply, nameOf(begun.state), value, { path: '/auth', maxAge: SIGN_IN });
  }

  /** The sign-in that a browser comes back from; it is not there a second time. */
  takeSignIn(request: FastifyRequest, reply: FastifyReply, state: string): BegunSignIn | undefined {
    const value = cookiesIn(request)[nameOf(state)];
    if (value === undefined) return undefined;
    this.set(reply, nameOf(state), '', { path: '/auth', maxAge: 0 });
    try {
      return Begun.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    } catch {
      return undefined;
    }
  }

  private set(reply: FastifyReply, name: string, value: string, place: { path: string; maxAge?: number }): void {
    const attributes = { httpOnly: true, sameSite: 'lax', secure: this.secure, ...place } as const;
    reply.header('set-cookie', stringifySetCookie({ name, value, ...attributes }));
  }
}

const nameOf = (state: string): string => SIGN_IN_PREFIX + state.replaceAll(/[^\w-]/g, '').slice(0, 12);

const cookiesIn = ({ headers }: FastifyRequest): Record<string, string | undefined> => parseCookie(headers.cookie ?? '');
