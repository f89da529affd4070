import type { Migration } from '@hengtong/persistence';

export const migrations: readonly Migration[] = [
  {
    id: '0101-accounts-in-force-and-serials',
    sql: `
      create unique index fund_accounts_in_force on records ((data ->> 'uscc')) where type = 'fund-account' and voided_at is null;
      create sequence fund_account_serials maxvalue 99999999;
    `,
  },
];
