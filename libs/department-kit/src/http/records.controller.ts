import { DepartmentRecord, page, PageQuery, slug } from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, From, ProblemError } from '@hengtong/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { z } from 'zod';
import { authorityOf, isSeen } from '../access.ts';
import { hidden } from '../personal.ts';
import { listRecords, readRecord } from '../records/read-record.ts';

const ListQuery = PageQuery.extend({
  caseId: z.uuid().optional(),
  inForce: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});
const RecordPage = page(DepartmentRecord);

/** What the department holds of cases, in force and void. */
@Controller('v1/records')
export class RecordsController {
  private readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  @Get(':type')
  @Allows('records:read', 'officer', 'system', 'operator')
  @Documented({
    summary: 'List records of a type; operators see of their values that there are any, as ***',
    answers: { 200: { description: 'A page', schema: RecordPage } },
    problems: ['invalid-parameter'],
  })
  async list(
    @Param('type', { schema: slug }) type: string,
    @Query({ schema: ListQuery }) { limit, after, ...filter }: z.output<typeof ListQuery>,
    @From() caller: Caller,
  ): Promise<z.infer<typeof RecordPage>> {
    const items = await listRecords(
      this.pool,
      type,
      { ...filter, authority: authorityOf(caller) },
      limit + 1,
      decodeCursor(z.string(), after),
    );
    const last = items.length > limit ? items[limit - 1] : undefined;
    const seen = items.slice(0, limit).map((record) => seenBy(caller, record));
    return { items: seen, ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':type/:id')
  @Allows('records:read', 'officer', 'system', 'operator')
  @Documented({
    summary: 'Show a record; operators see its values as ***',
    answers: { 200: { description: 'The record, in force or void', schema: DepartmentRecord } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(
    @Param('type', { schema: slug }) type: string,
    @Param('id', { schema: z.string().max(100) }) id: string,
    @From() caller: Caller,
  ): Promise<DepartmentRecord> {
    const record = await readRecord(this.pool, type, id);
    if (!record || !isSeen(record, authorityOf(caller))) throw new ProblemError('not-found', `There is no ${type} ${id}.`);
    return seenBy(caller, record);
  }
}

/** A record as a caller sees it. It declares no field, so to an operator all of its values count as personal: they are shown where the case is. */
function seenBy({ type }: Caller, record: DepartmentRecord): DepartmentRecord {
  if (type !== 'operator') return record;
  return { ...record, data: hidden(record.data, undefined) };
}
