import { field } from '@hengtong/contracts';
import { isSerialNumber, isUnifiedSocialCreditCode } from '@hengtong/national-standards';
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
  uscc: field(z.string().refine(isUnifiedSocialCreditCode, 'must be a unified social credit code (GB 32100-2015)'), 'enterprise.uscc'),
  licenceNumber: field(
    z.string().refine(isSerialNumber, 'must be the registration number on a licence (GS 15-2006)'),
    'enterprise.licence-number',
  ),
});
