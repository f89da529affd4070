import { DepartmentRecord } from '@hengtong/contracts';
import { systemOf } from '../issuer.ts';
import type { RunningSystem } from './running-system.ts';
import { listOf } from './rest.ts';

/** What the start-up of an enterprise leaves at each department: a record of this type. */
export const startupRecords = {
  'market-regulation': 'enterprise',
  'public-security': 'seal',
  taxation: 'taxpayer',
  'human-resources': 'social-insurance-account',
  'healthcare-security': 'medical-insurance-account',
  'housing-fund': 'fund-account',
} as const;

/** All that departments hold of start-ups, in force and void, as their own systems see it: of one case, or of all. */
export async function recordsIn(
  { departments }: RunningSystem,
  query: { caseId?: string } = {},
): Promise<(DepartmentRecord & { department: string })[]> {
  const all = Object.entries(startupRecords).map(async ([department, type]) => {
    const records = await listOf(`${departments[department]}/v1/records/${type}`, query, { as: systemOf(department) });
    return records.map((record) => ({ department, ...DepartmentRecord.parse(record) }));
  });
  return (await Promise.all(all)).flat();
}
