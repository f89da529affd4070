import { department } from '@hengtong/department-kit';
import { registerEnterprise } from './capabilities/register-enterprise.ts';
import { enterpriseRegistered } from './events.ts';
import { migrations } from './migrations.ts';

/** Market regulation 市场监管: enterprise names, registrations, business licences. */
export const marketRegulation = department('market-regulation', {
  capabilities: [registerEnterprise],
  events: [enterpriseRegistered],
  migrations,
});
