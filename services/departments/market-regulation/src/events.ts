import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An enterprise exists from now on, until its registration is withdrawn. */
export const enterpriseRegistered = eventType(
  'gov.hengtong.enterprise.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc').meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code (GB 32100-2015)',
    }),
    licenceNumber: field(z.string(), 'enterprise.licence-number').meta({
      title: '营业执照注册号',
      description: 'Registration number on the licence (GS 15-2006)',
    }),
  }),
  {
    title: { zh: '企业已登记', en: 'Enterprise registered' },
    description: {
      zh: '企业设立登记已核准，自此成立。核准时发送；若同一办件中他处不予办理，该登记可能被撤销。',
      en: 'An enterprise exists from now on. Sent when it is registered; a refusal elsewhere in the same case may void it.',
    },
    sharing: 'unconditional',
    example: { uscc: '91330106MA0000023E', licenceNumber: '330106000000021' },
  },
);
