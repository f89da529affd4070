import { department } from '@hengtong/department-kit';
import { registerInsurance } from './capabilities/register-insurance.ts';
import { insuranceRegistered } from './events.ts';
import { migrations } from './migrations.ts';

/** Human resources and social security 人社: pension, unemployment and work injury insurance of employers and their staff. */
export const humanResources = department('human-resources', {
  capabilities: [registerInsurance],
  events: [insuranceRegistered],
  migrations,
});
