import type { Migration } from '@hengtong/persistence';

export const migrations: readonly Migration[] = [
  {
    id: '0101-accounts-in-force-and-serials',
    sql: `
      create unique index social_insurance_accounts_in_force
        on records ((data ->> 'uscc')) where type = 'social-insurance-account' and voided_at is null;
      create sequence social_insurance_serials maxvalue 99999999;
    `,
  },
];
