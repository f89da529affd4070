import { Case, CaseEvent, caseStatus, CaseSummary, keepable, OpenCase, outcome, page, PageQuery, slug } from '@hengtong/contracts';
import {
  actorOf,
  Allows,
  type Caller,
  decodeCursor,
  Documented,
  encodeCursor,
  From,
  idempotencyKey,
  ProblemError,
  Trace,
} from '@hengtong/platform';
import { caseView } from '@hengtong/saga-engine';
import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { Definitions } from '../../app/definitions.ts';
import { OpenCases } from '../../app/open-case.ts';
import { sightOf } from '../../app/sight.ts';
import { partOfCase, partOfEvent, stepsOf } from '../../domain/part-of-case.ts';
import type { CaseRow } from '../postgres/cases.ts';
import { listCaseEvents, listCases, readCase } from '../postgres/read-cases.ts';
import { exampleCase } from './example-case.ts';

const ListQuery = PageQuery.extend({
  process: slug.max(100).optional(),
  status: caseStatus.optional(),
  outcome: outcome.optional(),
  division: z
    .string()
    .regex(/^[1-9]\d{1,5}$/, 'must be a division code or the beginning of one')
    .optional(),
  reference: keepable(z.string().max(200)).optional(),
});
const CasePage = page(CaseSummary);
const EventPage = page(CaseEvent);
const id = z.uuid();

/** Cases: applied for here, followed here. */
@Controller('v1/cases')
export class CasesController {
  private readonly pool: Pool;
  private readonly definitions: Definitions;
  private readonly cases: OpenCases;

  constructor(pool: Pool, definitions: Definitions, cases: OpenCases) {
    this.pool = pool;
    this.definitions = definitions;
    this.cases = cases;
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
    summary: 'List cases, newest first',
    answers: { 200: { description: 'A page', schema: CasePage } },
    problems: ['invalid-parameter'],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, after, ...filter }: z.output<typeof ListQuery>,
    @From() caller: Caller,
  ): Promise<z.infer<typeof CasePage>> {
    const items = await listCases(this.pool, { ...filter, ...sightOf(caller) }, limit + 1, decodeCursor(id, after));
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('cases:read', 'portal', 'system', 'officer', 'operator')
  @Documented({
    summary: 'Show a case with its steps',
    answers: { 200: { description: 'The case', schema: Case } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(@Param('id', { schema: id }) caseId: string, @From() caller: Caller): Promise<Case> {
    const row = await this.find(caseId, caller);
    const definition = await this.definitions.versionOf(row.process, row.version);
    const whole = caseView(definition, row.state);
    return caller.department === undefined ? whole : partOfCase(definition, whole, caller.department);
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
    const { process, version } = await this.find(caseId, caller);
    const definition = await this.definitions.versionOf(process, version);
    const own = caller.department === undefined ? undefined : stepsOf(definition, caller.department).map(({ name }) => name);
    const events = await listCaseEvents(this.pool, caseId, own, sequence, limit + 1);
    const last = events.length > limit ? events[limit - 1] : undefined;
    const items = events.slice(0, limit);
    return { items: own === undefined ? items : items.map(partOfEvent), ...(last && { next: encodeCursor(last.sequence) }) };
  }

  /** What may not be seen is not there. */
  private async find(caseId: string, caller: Caller): Promise<CaseRow> {
    const row = await readCase(this.pool, caseId, sightOf(caller));
    if (!row) throw new ProblemError('not-found', `There is no case ${caseId}.`);
    return row;
  }
}
