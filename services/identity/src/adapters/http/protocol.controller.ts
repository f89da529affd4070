import { OPEN } from '@hengtong/platform';
import { Controller, Get, Options, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Issuer } from '../../app/issuer.ts';
import { leaveToProvider } from './leave-to-provider.ts';

/** No token is asked for: here is where callers become known. The addresses of OAuth 2 and OpenID Connect, all answered by oidc-provider. */
@Controller()
export class ProtocolController {
  private readonly issuer: Issuer;

  constructor(issuer: Issuer) {
    this.issuer = issuer;
  }

  @RouteConfig(OPEN)
  @Get(['.well-known/openid-configuration', 'jwks', 'auth', 'auth/:uid', 'session/end', 'session/end/success'])
  get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(request, reply);
  }

  @RouteConfig(OPEN)
  @Post(['token', 'session/end/confirm'])
  post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(request, reply);
  }

  /** Browsers ask before a page of another origin, Swagger UI for one, may use these. */
  @RouteConfig(OPEN)
  @Options(['.well-known/openid-configuration', 'jwks', 'token'])
  options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(request, reply);
  }

  private async handOver(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    leaveToProvider(reply);
    await this.issuer.answer(request.raw, reply.raw);
  }
}
