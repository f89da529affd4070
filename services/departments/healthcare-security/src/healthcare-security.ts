import { department } from '@hengtong/department-kit';
import { registerMedical } from './capabilities/register-medical.ts';
import { medicalRegistered } from './events.ts';
import { migrations } from './migrations.ts';

/** Healthcare security 医保: basic medical insurance, maternity included, of employers and their staff. */
export const healthcareSecurity = department('healthcare-security', {
  capabilities: [registerMedical],
  events: [medicalRegistered],
  migrations,
});
