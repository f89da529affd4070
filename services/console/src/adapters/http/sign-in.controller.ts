import { AllowsAny, Documented, type Logger, OPEN, ProblemError } from '@hengtong/platform';
import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Issuer } from '../../app/issuer.ts';
import { Passages } from '../../app/passages.ts';
import { Sessions } from '../../app/sessions.ts';
import type { Session } from '../../app/sessions.ts';
import { ownPath } from '../../domain/own-path.ts';
import { Cookies } from './cookies.ts';
import { InSession } from './identify.ts';
import { failedPage, pageHeaders } from './sign-in-page.ts';

/** Where browsers reach the console. */
export const ORIGIN = Symbol('ORIGIN');
export const LOG = Symbol('LOG');

const SignInQuery = z.object({ to: z.string().optional() });
const SignedOut = z.object({
  location: z.string().describe('Where to go on: to the issuer, which ends its own session and leads back here'),
});

/** Signing in and out. All else needs a session, or is the page. */
@Controller('auth')
export class SignInController {
  private readonly issuer: Issuer;
  private readonly sessions: Sessions;
  private readonly cookies: Cookies;
  private readonly passages: Passages;
  private readonly origin: string;
  private readonly log: Logger;

  constructor(
    issuer: Issuer,
    sessions: Sessions,
    cookies: Cookies,
    passages: Passages,
    @Inject(ORIGIN) origin: string,
    @Inject(LOG) log: Logger,
  ) {
    this.issuer = issuer;
    this.sessions = sessions;
    this.cookies = cookies;
    this.passages = passages;
    this.origin = origin;
    this.log = log;
  }

  @RouteConfig(OPEN)
  @Get('sign-in')
  @Documented({
    summary: 'Begin to sign in: leads to the issuer, and in the end to `to`',
    answers: { 302: { description: 'To the issuer', headers: { Location: 'Where people sign in' } } },
    problems: ['invalid-parameter'],
  })
  async begin(
    @Query({ schema: SignInQuery }) query: z.output<typeof SignInQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = ownPath(query.to);
    const elsewhere = sameMachine(request.host, this.origin);
    // Cookies are kept by name of host, and the issuer sends the browser back to one of them.
    if (elsewhere) return void reply.redirect(`${this.origin}/auth/sign-in?to=${encodeURIComponent(to)}`, 302);
    try {
      const { address, attempt } = await this.issuer.begin();
      this.cookies.keepSignIn(request, reply, { ...attempt, to });
      void reply.redirect(address.href, 302);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.log.warn({ err: error.cause }, error.message);
      this.fail(reply, error.status, { to, because: 'away' });
    }
  }

  @RouteConfig(OPEN)
  @Get('callback')
  @Documented({
    summary: 'Where the issuer sends the browser back to, with a code',
    answers: {
      303: { description: 'Signed in', headers: { Location: 'Where the sign-in was to lead' } },
      400: { description: 'A page that says why not' },
    },
  })
  async complete(@Query('state') state: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const begun = typeof state === 'string' ? this.cookies.takeSignIn(request, reply, state) : undefined;
    if (!begun) return this.fail(reply, 400, { to: '/', because: 'unknown' });
    try {
      const { name, tokens } = await this.issuer.complete(queryOf(request), begun);
      const before = this.cookies.secretIn(request);
      this.cookies.keepSession(reply, await this.sessions.begin(name, tokens));
      if (before !== undefined) await this.sessions.forget(before);
      void reply.redirect(begun.to, 303);
    } catch (error) {
      this.log.warn({ err: error }, 'a sign-in did not succeed');
      const away = error instanceof ProblemError && error.kind === 'unavailable';
      this.fail(reply, away ? 503 : 400, { to: begun.to, because: away ? 'away' : 'refused' });
    }
  }

  @Post('sign-out')
  @HttpCode(200)
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'End the session here; the answer says where the issuer ends its own',
    answers: { 200: { description: 'The session is over', schema: SignedOut } },
  })
  async signOut(@InSession() session: Session, @Res({ passthrough: true }) reply: FastifyReply): Promise<z.infer<typeof SignedOut>> {
    await this.sessions.end(session);
    this.passages.end(session);
    this.cookies.dropSession(reply);
    // While the issuer is away its own session lives on: whoever signs in again may not be asked for a password.
    const issuers = await this.issuer.endSession().catch(() => undefined);
    return { location: issuers?.href ?? '/' };
  }

  private fail(reply: FastifyReply, status: number, failure: Parameters<typeof failedPage>[0]): void {
    void reply.code(status).headers(pageHeaders).send(failedPage(failure));
  }
}

const queryOf = ({ url }: FastifyRequest): string => url.slice(url.includes('?') ? url.indexOf('?') : url.length);

/** Whether a request came to this machine under another of its names: `localhost` in the place of 127.0.0.1. */
function sameMachine(host: string, origin: string): boolean {
  const own = new URL(origin);
  if (host === own.host || !URL.canParse(`${own.protocol}//${host}`)) return false;
  const names = new Set(['localhost', '127.0.0.1', '[::1]']);
  const asked = new URL(`${own.protocol}//${host}`);
  return names.has(asked.hostname) && names.has(own.hostname) && asked.port === own.port;
}
