import { z } from 'zod';
import { outcome } from '../events/case-events.ts';
import { divisionPrefix } from '../division.ts';
import { instant, slug } from '../fields.ts';
import { keepable } from '../keepable.ts';
import { caseStatus } from './cases.ts';
import { PageQuery, several } from './pages.ts';

const text = keepable(z.string().min(1).max(200));

/** What `GET /v1/cases` takes; all that is given must hold. */
export const CaseQuery = PageQuery.extend({
  q: text.optional().describe('The id, the code or the applicant’s reference of a case'),
  process: slug.max(100).optional(),
  id: several(z.uuid(), 200).optional().describe('These cases and no others: given several times, or joined by commas; 200 at most'),
  status: several(caseStatus, caseStatus.options.length).optional().describe('One or several: given several times, or joined by commas'),
  outcome: outcome.optional(),
  division: divisionPrefix.optional().describe('A division code, or the beginning of one: 3301 is all of Hangzhou'),
  reference: text.optional().describe('The applicant’s reference'),
  department: slug.max(100).optional().describe('Where a step lies now'),
  step: slug.max(64).optional().describe('Which step lies somewhere now'),
  openedFrom: instant.optional().describe('Opened then or later'),
  openedTo: instant.optional().describe('Opened before'),
  closedFrom: instant.optional().describe('Closed then or later'),
  closedTo: instant.optional().describe('Closed before'),
  idleBefore: instant.optional().describe('Open, and without progress since then'),
  order: z.enum(['newest', 'oldest']).default('newest').describe('What was opened last comes first, or what was opened first'),
});
export type CaseQuery = z.infer<typeof CaseQuery>;
