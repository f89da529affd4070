import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a housing fund account; for how many it pays, not for whom. */
export const fundAccountOpened = eventType(
  'gov.hengtong.fund-account.opened.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc').meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code (GB 32100-2015)',
    }),
    fundAccount: field(z.string(), 'employer.fund-account', 'internal').meta({
      title: '单位公积金账号',
      description: 'Division (6), serial (8), check digit (GB/T 17710)',
    }),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal').meta({
      title: '缴存人数',
      description: 'How many, not who',
    }),
  }),
  {
    title: { zh: '公积金账户已开立', en: 'Housing fund account opened' },
    description: {
      zh: '用人单位已开立住房公积金账户。开户时发送。',
      en: 'An employer has a housing fund account. Sent when it is opened.',
    },
    sharing: 'conditional',
    example: { uscc: '91330106MA0000023E', fundAccount: '330106000000079', employees: 12 },
  },
);
