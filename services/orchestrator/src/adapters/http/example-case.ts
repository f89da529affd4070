import type { OpenCase } from '@hengtong/contracts';

/** A bakery in the West Lake district of Hangzhou; its people are invented, their numbers have right check digits. */
export const exampleCase: OpenCase = {
  process: 'enterprise-startup',
  division: '330106',
  applicant: { kind: 'person', idType: 'resident-id', idNumber: '330106198504123411', name: '陈静', reference: 'A-2026-117' },
  input: {},
};
