import { department } from '@hengtong/department-kit';
import { ArrearsController } from './adapters/http/arrears.controller.ts';
import { registerTaxpayer } from './capabilities/register-taxpayer.ts';
import { taxpayerRegistered } from './events.ts';
import { migrations } from './migrations.ts';

/** Taxation 税务: taxpayers, and what their legal representatives owe. */
export const taxation = department('taxation', {
  capabilities: [registerTaxpayer],
  events: [taxpayerRegistered],
  migrations,
  controllers: [ArrearsController],
});
