import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a medical insurance account; how many are insured, not who. */
export const medicalRegistered = eventType(
  'gov.hengtong.medical-insurance.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc').meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code (GB 32100-2015)',
    }),
    medicalInsuranceNumber: field(z.string(), 'employer.medical-insurance-number', 'internal').meta({
      title: '医疗保险登记号',
      description: 'Division (6), serial (8), check digit (GB/T 17710)',
    }),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal').meta({
      title: '参保人数',
      description: 'How many, not who',
    }),
  }),
  {
    title: { zh: '医疗保险已登记', en: 'Medical insurance registered' },
    description: {
      zh: '用人单位已办理医疗保险登记。登记时发送。',
      en: 'An employer has a medical insurance account. Sent when it is opened.',
    },
    sharing: 'conditional',
    example: { uscc: '91330106MA0000023E', medicalInsuranceNumber: '330106000000060', employees: 12 },
  },
);
