import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';
import { taxpayerType } from './capabilities/schemas.ts';

/** A taxpayer is on the register. */
export const taxpayerRegistered = eventType(
  'gov.hengtong.taxpayer.registered.v1',
  z.object({
    taxpayerNumber: field(z.string(), 'taxpayer.number'),
    taxpayerType,
  }),
);
