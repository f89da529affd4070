import { field, instant } from '@hengtong/contracts';
import { identityNumberFault } from '@hengtong/national-standards';
import { Allows, Documented } from '@hengtong/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Pool } from 'pg';
import { z } from 'zod';
import { reportArrears } from '../postgres/report-arrears.ts';

const isIdentityNumber = (number: string): boolean => identityNumberFault(number, new Date().toISOString()) === undefined;

const ReportArrears = z.strictObject({
  idNumber: field(
    z.string().refine(isIdentityNumber, 'must be a resident identity number (GB 11643-1999)'),
    'person.id-number',
    'personal',
  ),
  reference: field(z.string().min(1).max(100), 'arrears.reference', 'internal').describe('The collection system’s number of the demand'),
  amount: field(z.number().min(0).max(1e13).multipleOf(0.01), 'arrears.amount', 'personal').describe(
    'Yuan left to pay; 0 when it is settled',
  ),
});
type ReportArrears = z.infer<typeof ReportArrears>;

const ReportedArrears = ReportArrears.extend({ since: field(instant, 'arrears.since', 'personal').describe('When it was first reported') });

/** Where the collection system of taxation says what a person owes, and that it is settled. */
@Controller('v1/arrears')
export class ArrearsController {
  private readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  @Post()
  @HttpCode(200)
  @Allows('records:write', 'system')
  @Documented({
    summary: 'Report what is left to pay of a demand for taxes',
    description: 'The last report of a demand stands. A person with anything left to pay is refused a tax registration (tax.arrears).',
    body: { idNumber: '11010519491231002X', reference: 'D-2026-000017', amount: 1200.5 },
    answers: { 200: { description: 'It is entered', schema: ReportedArrears } },
    problems: ['invalid-body'],
  })
  async report(@Body({ schema: ReportArrears }) body: ReportArrears): Promise<z.infer<typeof ReportedArrears>> {
    return { ...body, since: await reportArrears(this.pool, body) };
  }
}
