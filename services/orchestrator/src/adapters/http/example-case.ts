import type { OpenCase } from '@hengtong/contracts';

/**
 * A bakery in the West Lake district of Hangzhou, as an application that every department would accept once: a name is registered only
 * once. Its people are invented; their identity numbers have right check digits (GB 11643-1999). Sums are in yuan.
 */
export const exampleCase: OpenCase = {
  process: 'enterprise-startup',
  division: '330106',
  applicant: { kind: 'person', idType: 'resident-id', idNumber: '330106198504123415', name: '陈静', reference: 'A-2026-117' },
  input: {
    enterpriseName: '杭州晨麦面包有限公司',
    businessScope: ['面包制售', '食品销售'],
    registeredCapital: 500_000,
    address: '杭州市西湖区文三路 1 号',
    legalRepresentative: { name: '陈静', idNumber: '330106198504123415' },
    employees: [
      { name: '陈静', idNumber: '330106198504123415', contributionBase: 8_000 },
      { name: '王磊', idNumber: '330106199207035624', contributionBase: 6_500 },
    ],
  },
};
