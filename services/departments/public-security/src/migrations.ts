import type { Migration } from '@hengtong/persistence';
import { HIGHEST_SEAL_SERIAL } from './domain/seal-number.ts';

export const migrations: readonly Migration[] = [
  {
    id: '0101-seals-in-force-and-serials',
    sql: `
      create unique index seals_in_force on records ((data ->> 'uscc')) where type = 'seal' and voided_at is null;
      create sequence seal_serials maxvalue ${HIGHEST_SEAL_SERIAL};
    `,
  },
];
