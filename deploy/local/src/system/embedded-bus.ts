import { accessList } from '@hengtong/contracts';
import type { ServicePlan } from '../services/service-plan.ts';

/** The database of the embedded bus. */
export const busDatabase = 'ht_bus';

/** Makes the embedded bus, or brings it up to date: each service may read and write there what the access list gives it, nothing else. */
export async function prepareEmbeddedBus(adminUrl: string, plans: readonly ServicePlan[], departments: readonly string[]): Promise<void> {
  // Loaded only here: with a broker nothing of it is needed.
  const { setUpEmbeddedBus } = await import('@hengtong/messaging');
  const roles = new Map(plans.map(({ name, database }) => [name, database]));
  const principals = accessList(departments).map(({ principal, reads, writes }) => ({
    role: roles.get(principal) ?? '',
    reads,
    writes,
    groups: [principal],
  }));
  await setUpEmbeddedBus({ adminUrl, database: busDatabase, principals });
}
