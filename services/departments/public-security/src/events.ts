import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** The seal of an enterprise is on file and may be engraved. */
export const sealFiled = eventType(
  'gov.hengtong.seal.filed.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc').meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code (GB 32100-2015)',
    }),
    sealNumber: field(z.string(), 'seal.number', 'internal').meta({ title: '印章编码', description: '13 digits' }),
  }),
  {
    title: { zh: '印章已备案', en: 'Seal filed' },
    description: {
      zh: '企业印章已备案，可以刻制。备案时发送。',
      en: 'The seal of an enterprise is on file and may be engraved. Sent when it is filed.',
    },
    sharing: 'conditional',
    example: { uscc: '91330106MA0000023E', sealNumber: '3301060000017' },
  },
);
