import {
  ClaimWorkItem,
  CompleteWorkItem,
  type DepartmentManifest,
  page,
  PageQuery,
  RefuseWorkItem,
  several,
  WorkItem,
  workItemStatus,
} from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, entityTag, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { authorityOf, isSeen } from '../access.ts';
import { DEPARTMENT } from '../department.ts';
import type { Department } from '../department.ts';
import { manifestOf } from '../manifest.ts';
import { listWorkItems, readWorkItem } from '../work-items/read-work-items.ts';
import { seenBy } from '../work-items/seen-by.ts';
import { SettleWorkItems } from '../work-items/settle-work-item.ts';

const ListQuery = PageQuery.extend({
  status: several(workItemStatus, workItemStatus.options.length)
    .optional()
    .describe('One or several: given several times, or joined by commas'),
  division: z
    .string()
    .regex(/^[1-9]\d{1,5}$/, 'must be a division code or the beginning of one')
    .optional(),
  caseId: z.uuid().optional(),
});
const WorkItemPage = page(WorkItem);
const id = z.uuid();
const ETAG = { ETag: 'Send it back in If-Match' };
const SETTLING = [
  'invalid-parameter',
  'invalid-body',
  'not-found',
  'conflict',
  'precondition-failed',
  'precondition-required',
  'unavailable',
] as const;

/** Steps that wait for a person, or for another system, to finish them. */
@Controller('v1/work-items')
export class WorkItemsController {
  private readonly pool: Pool;
  private readonly settle: SettleWorkItems;
  private readonly manifest: DepartmentManifest;

  constructor(pool: Pool, settle: SettleWorkItems, @Inject(DEPARTMENT) department: Department) {
    this.pool = pool;
    this.settle = settle;
    this.manifest = manifestOf(department);
  }

  @Get()
  @Allows('work-items:read', 'officer', 'system', 'operator')
  @Documented({
    summary: 'List work items, the oldest first; operators see personal values as ***',
    answers: { 200: { description: 'A page', schema: WorkItemPage } },
    problems: ['invalid-parameter'],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, after, ...filter }: z.output<typeof ListQuery>,
    @From() caller: Caller,
  ): Promise<z.infer<typeof WorkItemPage>> {
    const items = await listWorkItems(this.pool, { ...filter, authority: authorityOf(caller) }, limit + 1, decodeCursor(id, after));
    const last = items.length > limit ? items[limit - 1] : undefined;
    const seen = items.slice(0, limit).map((item) => seenBy(caller, this.manifest, item));
    return { items: seen, ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('work-items:read', 'officer', 'system', 'operator')
  @Documented({
    summary: 'Show a work item',
    answers: { 200: { description: 'The work item', schema: WorkItem, headers: ETAG } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(
    @Param('id', { schema: id }) item: string,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<WorkItem> {
    const found = await readWorkItem(this.pool, item);
    if (!found || !isSeen(found, authorityOf(caller))) throw new ProblemError('not-found', `There is no work item ${item}.`);
    return tagged(seenBy(caller, this.manifest, found), response);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Allows('work-items:write', 'officer', 'system')
  @Documented({
    summary: 'Take a work item in hand',
    body: { by: 'officer 330106-017' },
    answers: { 200: { description: 'It is claimed', schema: WorkItem, headers: ETAG } },
    problems: SETTLING,
  })
  async claim(
    @Param('id', { schema: id }) item: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ClaimWorkItem }) body: ClaimWorkItem,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<WorkItem> {
    return tagged(await this.settle.claim(item, ifMatch, body, caller), response);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Allows('work-items:write', 'officer', 'system')
  @Documented({
    summary: 'Finish a work item; the case goes on',
    body: { remark: 'Documents seen.' },
    answers: { 200: { description: 'It is completed', schema: WorkItem, headers: ETAG } },
    problems: [...SETTLING, 'unprocessable'],
  })
  async complete(
    @Param('id', { schema: id }) item: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: CompleteWorkItem }) body: CompleteWorkItem,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<WorkItem> {
    return tagged(await this.settle.complete(item, ifMatch, body, caller), response);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allows('work-items:write', 'officer', 'system')
  @Documented({
    summary: 'Refuse a work item, with the ground in law',
    body: {
      code: 'seal.documents-incomplete',
      law: '印章业治安管理办法',
      reason: 'The certificate of the legal representative is missing.',
    },
    answers: { 200: { description: 'It is refused', schema: WorkItem, headers: ETAG } },
    problems: SETTLING,
  })
  async refuse(
    @Param('id', { schema: id }) item: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: RefuseWorkItem }) body: RefuseWorkItem,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<WorkItem> {
    return tagged(await this.settle.refuse(item, ifMatch, body, caller), response);
  }
}

function tagged(item: WorkItem, response: FastifyReply): WorkItem {
  response.header('etag', entityTag(item.version));
  return item;
}
