import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a social insurance account; how many are insured, not who. */
export const insuranceRegistered = eventType(
  'gov.hengtong.social-insurance.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc').meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code (GB 32100-2015)',
    }),
    socialInsuranceNumber: field(z.string(), 'employer.social-insurance-number', 'internal').meta({
      title: '社会保险登记号',
      description: 'Division (6), serial (8), check digit (GB/T 17710)',
    }),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal').meta({
      title: '参保人数',
      description: 'How many, not who',
    }),
  }),
  {
    title: { zh: '社会保险已登记', en: 'Social insurance registered' },
    description: {
      zh: '用人单位已办理社会保险登记。登记时发送。',
      en: 'An employer has a social insurance account. Sent when it is opened.',
    },
    sharing: 'conditional',
    example: { uscc: '91330106MA0000023E', socialInsuranceNumber: '330106000000052', employees: 12 },
  },
);
