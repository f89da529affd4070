import { AskGrant, DecideGrant, EndGrant, Grant, page, PageQuery } from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, From } from '@hengtong/platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { ManageGrants, partyOf } from '../../app/manage-grants.ts';
import { listGrants } from '../postgres/grants.ts';
import { Once } from '../postgres/once.ts';

const GrantPage = page(Grant);
const id = z.uuid();

/** Who may receive which events, for which purpose and until when. */
@Controller('v1/grants')
export class GrantsController {
  private readonly pool: Pool;
  private readonly manage: ManageGrants;
  private readonly once: Once;

  constructor(pool: Pool, manage: ManageGrants, once: Once) {
    this.pool = pool;
    this.manage = manage;
    this.once = once;
  }

  @Post()
  @Allows('grants:write', 'agency', 'operator')
  @Documented({
    summary: 'Ask for the right to receive events',
    description:
      'Types that are shared without condition (无条件共享) are granted at once; those that are shared on condition (有条件共享) wait for each of their owners.',
    body: {
      types: ['gov.hengtong.case.opened.v1', 'gov.hengtong.case.closed.v1'],
      processes: ['enterprise-startup'],
      divisions: ['3301'],
      purpose: '企业开办月度统计',
      until: '2027-12-31T23:59:59+08:00',
    },
    answers: { 201: { description: 'What was granted, and what waits', schema: Grant, headers: { Location: 'Where the grant is' } } },
    problems: ['invalid-body', 'unprocessable', 'key-reused', 'still-running'],
  })
  async ask(
    @Body({ schema: AskGrant }) body: AskGrant,
    @Headers('idempotency-key') key: string | undefined,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Grant> {
    const request = { client: caller.clientId, route: 'POST /v1/grants', key, body };
    const grant = await this.once.answer(request, () => this.manage.ask(body, caller));
    reply.header('location', `/v1/grants/${grant.id}`);
    return grant;
  }

  @Get()
  @Allows('grants:write', 'agency', 'system', 'operator')
  @Documented({
    summary: 'List grants, newest first: your own, and those with types of your own',
    answers: { 200: { description: 'A page', schema: GrantPage } },
    problems: ['invalid-parameter'],
  })
  async list(@Query({ schema: PageQuery }) { limit, after }: PageQuery, @From() caller: Caller): Promise<z.infer<typeof GrantPage>> {
    const items = await listGrants(this.pool, partyOf(caller), limit + 1, decodeCursor(id, after));
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('grants:write', 'agency', 'system', 'operator')
  @Documented({
    summary: 'Show a grant',
    answers: { 200: { description: 'The grant', schema: Grant } },
    problems: ['invalid-parameter', 'not-found'],
  })
  get(@Param('id', { schema: id }) grant: string, @From() caller: Caller): Promise<Grant> {
    return this.manage.find(grant, caller);
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Allows('grants:write', 'agency', 'system', 'operator')
  @Documented({
    summary: 'Let an agency have types of your own, or no longer',
    description:
      'A department or an agency decides on its own types, an operator on those of the platform. What is declined is delivered no more.',
    body: { types: ['gov.hengtong.taxpayer.registered.v1'], decision: 'granted' },
    answers: { 200: { description: 'The grant', schema: Grant } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict', 'unprocessable'],
  })
  decide(
    @Param('id', { schema: id }) grant: string,
    @Body({ schema: DecideGrant }) body: DecideGrant,
    @From() caller: Caller,
  ): Promise<Grant> {
    return this.manage.decide(grant, body, caller);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allows('grants:write', 'agency', 'operator')
  @Documented({
    summary: 'End a grant, and every delivery under it',
    body: { reason: 'The statistics of 2026 are complete.' },
    answers: { 200: { description: 'The grant', schema: Grant } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict'],
  })
  end(
    @Param('id', { schema: id }) grant: string,
    @Body({ schema: EndGrant }) { reason }: EndGrant,
    @From() caller: Caller,
  ): Promise<Grant> {
    return this.manage.end(grant, reason, caller);
  }
}
