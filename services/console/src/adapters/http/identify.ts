import { type Caller, type Identify, ProblemError, type TokenCheck } from '@hengtong/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Session, Sessions } from '../../app/sessions.ts';
import { forged } from '../../domain/forged.ts';
import type { Cookies } from './cookies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a browser that is signed in; a program that brings a token of its own has none. */
    session?: Session;
  }
}

/**
 * Who asks is known by the session of the cookie, or, for programs that read measurements, by a token as at every service. What a browser
 * sends with its cookie must come from a page of this origin.
 */
export function bySession(sessions: Sessions, cookies: Cookies, origin: string): Identify {
  return async (request, tokens) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) return tokens.caller(authorization);
    const secret = cookies.secretIn(request);
    if (secret === undefined) throw new ProblemError('unauthenticated', 'You are not signed in. Sign in at /auth/sign-in.');
    const fault = forged(provenanceOf(request), origin);
    if (fault !== undefined) throw new ProblemError('forbidden', fault);
    request.session = await sessions.of(secret);
    return callerIn(request.session, sessions, tokens);
  };
}

/** The session of the request: `list(@InSession() session: Session)`. */
export const InSession = createParamDecorator((_data: unknown, context: ExecutionContext): Session =>
  sessionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws {ProblemError} 403 where there is none */
export function sessionOf({ session }: FastifyRequest): Session {
  if (!session) throw new ProblemError('forbidden', 'This is for browsers that are signed in here; with a token, ask the service itself.');
  return session;
}

/** A token that does not open anything any more, its key withdrawn for one, is renewed once. */
async function callerIn(session: Session, sessions: Sessions, tokens: TokenCheck): Promise<Caller> {
  try {
    return await tokens.caller(`Bearer ${session.accessToken}`);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.kind !== 'unauthenticated') throw error;
    return tokens.caller(`Bearer ${await sessions.renewed(session)}`);
  }
}

function provenanceOf({ method, headers }: FastifyRequest): Parameters<typeof forged>[0] {
  return { method, origin: headers.origin, site: one(headers['sec-fetch-site']), mark: one(headers['x-hengtong-csrf']) };
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header.join(', ') : header);
