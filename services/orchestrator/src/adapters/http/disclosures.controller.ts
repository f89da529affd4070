import { DiscloseCase, Disclosure, page, PageQuery } from '@hengtong/contracts';
import { actorOf, Allows, type Caller, decodeCursor, Documented, encodeCursor, From } from '@hengtong/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ShowCases } from '../../app/show-cases.ts';
import { listDisclosures, recordDisclosure } from '../postgres/disclosures.ts';

const DisclosurePage = page(Disclosure);
const id = z.uuid();

/** Personal values of a case, for an operator who says why. */
@Controller('v1/cases/:id/disclosures')
export class DisclosuresController {
  private readonly pool: Pool;
  private readonly cases: ShowCases;

  constructor(pool: Pool, cases: ShowCases) {
    this.pool = pool;
    this.cases = cases;
  }

  @Post()
  @Allows('personal:read', 'operator')
  @Documented({
    summary: 'See personal values of a case',
    description: 'For 15 minutes the case and its events are shown to this caller in clear. Who asked, when and why is kept for good.',
    body: { reason: 'The applicant is on the telephone and asks which identity number was handed in' },
    answers: { 201: { description: 'It is recorded, and holds from now on', schema: Disclosure } },
    problems: ['bad-request', 'invalid-body', 'invalid-parameter', 'unsupported-media-type', 'not-found'],
  })
  async disclose(
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: DiscloseCase }) { reason }: DiscloseCase,
    @From() caller: Caller,
  ): Promise<Disclosure> {
    await this.cases.find(caseId, caller);
    return recordDisclosure(this.pool, { id: uuidv7(), caseId, by: actorOf(caller), reason });
  }

  @Get()
  @Allows('cases:read', 'operator')
  @Documented({
    summary: 'List who was let see personal values of a case, newest first',
    answers: { 200: { description: 'A page', schema: DisclosurePage } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async list(
    @Param('id', { schema: id }) caseId: string,
    @Query({ schema: PageQuery }) { limit, after }: PageQuery,
    @From() caller: Caller,
  ): Promise<z.infer<typeof DisclosurePage>> {
    await this.cases.find(caseId, caller);
    const items = await listDisclosures(this.pool, caseId, limit + 1, decodeCursor(id, after));
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }
}
