import { field } from '@hengtong/contracts';
import { z } from 'zod';

/** Shapes only: a number that does not check is refused with its ground, by ../domain. */
const Representative = z.object({
  name: field(z.string().min(1).max(100), 'person.name', 'personal'),
  idNumber: field(z.string().min(1).max(64), 'person.id-number', 'personal'),
});

export const FileSeal = z.object({
  uscc: field(z.string().max(64), 'enterprise.uscc'),
  name: field(z.string().min(1).max(500), 'enterprise.name'),
  representative: field(Representative, 'person.identity', 'personal'),
});

export const SealFiled = z.object({
  sealNumber: field(z.string().regex(/^\d{13}$/, 'must have 13 digits'), 'seal.number', 'internal'),
});
