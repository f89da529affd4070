import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An enterprise exists from now on, until its registration is withdrawn. */
export const enterpriseRegistered = eventType(
  'gov.hengtong.enterprise.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc'),
    licenceNumber: field(z.string(), 'enterprise.licence-number'),
  }),
);
