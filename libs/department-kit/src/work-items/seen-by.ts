import type { DepartmentManifest, WorkItem } from '@hengtong/contracts';
import type { Caller } from '@hengtong/platform';
import { hidden } from '../personal.ts';

/**
 * A work item as a caller sees it. Officers and systems of the department decide by its values; an operator keeps things moving, and sees
 * none that is personal: they are shown, for a reason that is recorded, where the case is (`POST /v1/cases/{id}/disclosures`). What the
 * capability does not declare counts as personal.
 */
export function seenBy({ type }: Caller, { capabilities }: DepartmentManifest, item: WorkItem): WorkItem {
  if (type !== 'operator') return item;
  const capability = capabilities[item.capability];
  const { input, output } = item;
  return { ...item, input: hidden(input, capability?.input), ...(output && { output: hidden(output, capability?.output) }) };
}
