import type { Migration } from '@hengtong/persistence';

export const migrations: readonly Migration[] = [
  {
    id: '0101-taxpayers-in-force-and-arrears',
    sql: `
      create unique index taxpayers_in_force on records ((data ->> 'uscc')) where type = 'taxpayer' and voided_at is null;
      create sequence tax_registration_serials maxvalue 99999999;

      -- What the collection system reports, one row for each demand. A settled one stays, with nothing left to pay.
      create table arrears (
        id_number text not null,
        reference text not null,
        amount numeric(16, 2) not null check (amount >= 0),
        since timestamptz not null default now(),
        primary key (id_number, reference)
      );
    `,
  },
];
