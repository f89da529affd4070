import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';
import { taxpayerType } from './capabilities/schemas.ts';

/** A taxpayer is on the register. Small-scale or general is internal, so the tax authority decides who may have it. */
export const taxpayerRegistered = eventType(
  'gov.hengtong.taxpayer.registered.v1',
  z.object({
    taxpayerNumber: field(z.string(), 'taxpayer.number').meta({
      title: '纳税人识别号',
      description: 'The unified social credit code (三证合一)',
    }),
    taxpayerType: taxpayerType.meta({ title: '纳税人类型', description: 'small-scale 小规模纳税人, general 一般纳税人' }),
  }),
  {
    title: { zh: '纳税人已登记', en: 'Taxpayer registered' },
    description: {
      zh: '纳税人已办理税务登记。登记时发送。',
      en: 'A taxpayer is on the register. Sent when it is registered.',
    },
    sharing: 'conditional',
    example: { taxpayerNumber: '91330106MA0000023E', taxpayerType: 'small-scale' },
  },
);
