import { field } from '@hengtong/contracts';
import { z } from 'zod';

/** Shapes only: a number that does not check is refused with its ground, by ../domain. */
const Representative = z.object({
  name: field(z.string().min(1).max(100), 'person.name', 'personal'),
  idNumber: field(z.string().min(1).max(64), 'person.id-number', 'personal'),
});

export const RegisterTaxpayer = z.object({
  uscc: field(z.string().max(64), 'enterprise.uscc'),
  name: field(z.string().min(1).max(500), 'enterprise.name'),
  representative: field(Representative, 'person.identity', 'personal'),
  registeredCapital: field(z.number().min(0), 'enterprise.registered-capital').describe('Yuan'),
  annualSales: field(z.number().min(0).optional(), 'enterprise.annual-sales', 'internal').describe(
    'Yuan of taxable sales in the last twelve months, of a business that traded before; default 0',
  ),
  electsGeneralTaxpayer: field(z.boolean().optional(), 'taxpayer.elects-general', 'internal').describe('Default false'),
});

export const taxpayerType = field(z.enum(['small-scale', 'general']), 'taxpayer.type', 'internal');

export const TaxRegistration = z.object({
  taxpayerNumber: field(z.string().min(1).max(32), 'taxpayer.number').describe('The unified social credit code (三证合一)'),
  taxpayerType,
});
