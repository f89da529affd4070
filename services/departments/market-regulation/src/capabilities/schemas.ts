import { field } from '@hengtong/contracts';
import { z } from 'zod';

/**
 * What the capability takes and gives. Schemas hold shapes only: what the law asks is a rule in ../domain, because a broken rule is
 * refused with its ground, whereas a broken shape is a fault of whoever sent it.
 */
const Representative = z.object({
  name: field(z.string().min(1).max(100), 'person.name', 'personal'),
  idNumber: field(z.string().min(1).max(64), 'person.id-number', 'personal'),
});

export const RegisterEnterprise = z.object({
  name: field(z.string().max(500), 'enterprise.name'),
  businessScope: field(z.array(z.string().max(200)).max(100), 'enterprise.business-scope'),
  registeredCapital: field(z.number(), 'enterprise.registered-capital').describe('Yuan'),
  address: field(z.string().min(1).max(500), 'enterprise.address'),
  representative: field(Representative, 'person.identity', 'personal'),
});

export const EnterpriseRegistration = z.object({
  uscc: field(z.string().length(18), 'enterprise.uscc').describe('Unified social credit code, GB 32100-2015'),
  licenceNumber: field(z.string().length(15), 'enterprise.licence-number').describe('Registration number on the licence, GS 15-2006'),
});
