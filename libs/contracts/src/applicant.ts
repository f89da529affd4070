import { z } from 'zod';
import { field } from './fields.ts';

/** Who applies. Checks that need the law behind them (check digits) are the departments'; here only shapes. */
export const Applicant = z.object({
  kind: field(z.enum(['person', 'enterprise']), 'applicant.kind'),
  idType: field(z.enum(['resident-id', 'passport', 'uscc', 'other']), 'applicant.id-type', 'internal'),
  idNumber: field(z.string().min(1).max(64), 'applicant.id-number', 'personal'),
  name: field(z.string().min(1).max(200), 'applicant.name', 'personal'),
  reference: field(z.string().min(1).max(200).optional(), 'applicant.reference', 'internal').describe('The caller’s own number for it'),
});
export type Applicant = z.infer<typeof Applicant>;
