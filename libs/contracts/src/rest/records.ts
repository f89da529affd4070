import { z } from 'zod';
import { authorityDivision, level } from '../division.ts';
import { instant, slug } from '../fields.ts';

/** What a department holds of a case. Nothing is ever deleted: a voided record stays, with its cause. */
export const DepartmentRecord = z.object({
  type: slug,
  id: z.string(),
  caseId: z.uuid(),
  step: slug,
  division: authorityDivision,
  level,
  data: z.record(z.string(), z.unknown()),
  inForce: z.boolean(),
  createdAt: instant,
  voidedAt: instant.optional(),
  voidedBecause: z.object({ step: slug, code: z.string() }).optional(),
});
export type DepartmentRecord = z.infer<typeof DepartmentRecord>;
