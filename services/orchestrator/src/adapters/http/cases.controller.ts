import { Case, CaseEvent, CaseQuery, CaseSummary, OpenCase, page, PageQuery } from '@hengtong/contracts';
import { actorOf, Allows, type Caller, decodeCursor, Documented, encodeCursor, From, idempotencyKey, Trace } from '@hengtong/platform';
import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { OpenCases } from '../../app/open-case.ts';
import { ShowCases } from '../../app/show-cases.ts';
import { sightOf } from '../../app/sight.ts';
import { listCases } from '../postgres/list-cases.ts';
import { exampleCase } from './example-case.ts';

const CasePage = page(CaseSummary);
const EventPage = page(CaseEvent);
const id = z.uuid();

/** Cases: applied for here, followed here. */
@Controller('v1/cases')
export class CasesController {
  private readonly pool: Pool;
  private readonly cases: OpenCases;
  private readonly shown: ShowCases;

  constructor(pool: Pool, cases: OpenCases, shown: ShowCases) {
    this.pool = pool;
    this.cases = cases;
    this.shown = shown;
  }

  @Post()
  @Allows('cases:open', 'portal', 'system')
  @Documented({
    summary: 'Open a case',
    description:
      'Accepted as soon as it is written, also while the bus is away. With an Idempotency-Key the same request gets the same answer for 7 days.',
    body: exampleCase,
    answers: { 201: { description: 'The case is open', schema: Case, headers: { Location: 'Where the case is' } } },
    problems: [
      'bad-request',
      'invalid-body',
      'too-large',
      'unsupported-media-type',
      'unprocessable',
      'key-reused',
      'still-running',
      'unavailable',
    ],
  })
  async open(
    @Body({ schema: OpenCase }) body: OpenCase,
    @Headers('idempotency-key') key: string | undefined,
    @Trace() traceparent: string,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<Case> {
    const opened = await this.cases.open({
      body,
      client: caller.clientId,
      actor: actorOf(caller),
      key: idempotencyKey(key),
      traceparent,
    });
    response.header('location', `/v1/cases/${opened.id}`);
    return opened;
  }

  @Get()
  @Allows('cases:read', 'portal', 'system', 'officer', 'operator')
  @Documented({
    summary: 'List cases, the newest or the oldest first',
    description: 'All that is asked must hold. Page after page, the list is the whole of what the filter finds.',
    answers: { 200: { description: 'A page', schema: CasePage } },
    problems: ['invalid-parameter'],
  })
  async list(
    @Query({ schema: CaseQuery }) { limit, after, order, ...filter }: CaseQuery,
    @From() caller: Caller,
  ): Promise<z.infer<typeof CasePage>> {
    const viewer = { ...sightOf(caller), department: caller.department };
    const items = await listCases(this.pool, filter, viewer, { order, limit: limit + 1, after: decodeCursor(id, after) });
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('cases:read', 'portal', 'system', 'officer', 'operator')
  @Documented({
    summary: 'Show a case with its steps',
    description: 'Each caller sees what is theirs. Operators see *** for personal values until they disclose the case with a reason.',
    answers: { 200: { description: 'The case', schema: Case } },
    problems: ['invalid-parameter', 'not-found'],
  })
  get(@Param('id', { schema: id }) caseId: string, @From() caller: Caller): Promise<Case> {
    return this.shown.show(caseId, caller);
  }

  @Get(':id/events')
  @Allows('cases:read', 'portal', 'system', 'officer', 'operator')
  @Documented({
    summary: 'List what happened in a case, in order',
    answers: { 200: { description: 'A page', schema: EventPage } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async events(
    @Param('id', { schema: id }) caseId: string,
    @Query({ schema: PageQuery }) { limit, after }: PageQuery,
    @From() caller: Caller,
  ): Promise<z.infer<typeof EventPage>> {
    const sequence = decodeCursor(z.number().int().min(0).max(2_147_483_647), after) ?? 0;
    const events = await this.shown.events(caseId, caller, sequence, limit + 1);
    const last = events.length > limit ? events[limit - 1] : undefined;
    return { items: events.slice(0, limit), ...(last && { next: encodeCursor(last.sequence) }) };
  }
}
