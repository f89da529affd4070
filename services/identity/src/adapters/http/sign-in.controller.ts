import type { Readable } from 'node:stream';
import { OPEN } from '@hengtong/platform';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Issuer } from '../../app/issuer.ts';
import { SignIn } from '../../app/sign-in.ts';
import { readForm } from './form.ts';
import { leaveToProvider } from './leave-to-provider.ts';
import { errorPage, htmlHeaders, type Said, signInPage } from './pages.ts';

/** What is being signed in to: a request of an application that waits for its person. */
interface Waiting {
  readonly application: string;
  /** Where the browser will be sent in the end. */
  readonly origin: string;
}

/** The page on which people sign in. The cookie of the request that brought them here says which it is; it is SameSite=Lax. */
@Controller('sign-in/:uid')
export class SignInController {
  private readonly issuer: Issuer;
  private readonly signIn: SignIn;

  constructor(issuer: Issuer, signIn: SignIn) {
    this.issuer = issuer;
    this.signIn = signIn;
  }

  @RouteConfig(OPEN)
  @Get()
  async show(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const waiting = await this.waiting(uid, request, reply);
    if (waiting === undefined) return gone(reply);
    return answer(reply, 200, waiting, { action: `/sign-in/${uid}` });
  }

  @RouteConfig(OPEN)
  @Post()
  async check(
    @Param('uid') uid: string,
    @Body() body: Readable,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await readForm(body);
    const waiting = await this.waiting(uid, request, reply);
    if (waiting === undefined) return gone(reply);
    const name = accountName(form.get('name') ?? '');
    const outcome = await this.signIn.attempt(name, form.get('password') ?? '');
    const again = { action: `/sign-in/${uid}`, name };
    switch (outcome.is) {
      case 'right':
        leaveToProvider(reply);
        await this.issuer.provider.interactionFinished(request.raw, reply.raw, { login: { accountId: outcome.account } });
        return;
      case 'wrong':
        return answer(reply, 403, waiting, { ...again, fault: { zh: '用户名或密码不正确。', en: 'Name or password is wrong.' } });
      case 'throttled':
        void reply.header('retry-after', outcome.seconds);
        return answer(reply, 429, waiting, { ...again, fault: pause(outcome.seconds) });
      default:
        return outcome satisfies never;
    }
  }

  /** undefined when the time for it is over, or it began in another browser. */
  private async waiting(uid: string, request: FastifyRequest, reply: FastifyReply): Promise<Waiting | undefined> {
    const { provider } = this.issuer;
    const details = await provider.interactionDetails(request.raw, reply.raw).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
      throw error;
    });
    if (details?.uid !== uid) return undefined;
    const client = await provider.Client.find(String(details.params['client_id']));
    return { application: client?.clientName ?? '', origin: new URL(String(details.params['redirect_uri'])).origin };
  }
}

function answer(
  reply: FastifyReply,
  status: number,
  { application, origin }: Waiting,
  more: { action: string; name?: string; fault?: Said },
): void {
  void reply
    .code(status)
    .headers(htmlHeaders(origin))
    .send(signInPage({ application, ...more }));
}

/** What was typed, as names are written: in small letters, at most a hundred; without a NUL, which PostgreSQL does not take. */
function accountName(typed: string): string {
  return typed.trim().toLowerCase().replaceAll('\0', '').slice(0, 100);
}

function gone(reply: FastifyReply): void {
  void reply.code(400).headers(htmlHeaders()).send(errorPage('expired', '登录已过期 this sign-in has expired'));
}

function pause(seconds: number): Said {
  return { zh: `密码错误次数过多，请 ${seconds} 秒后再试。`, en: `Too many wrong passwords. Try again in ${seconds} s.` };
}
