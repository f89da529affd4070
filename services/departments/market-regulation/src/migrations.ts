import type { Migration } from '@hengtong/persistence';
import { HIGHEST_LICENCE_SERIAL } from './domain/numbers.ts';

export const migrations: readonly Migration[] = [
  {
    id: '0101-names-in-force-and-serials',
    sql: `
      -- Two applications for one name at the same moment both find it free; the second to write meets this index.
      create unique index enterprise_names_in_force on records ((data ->> 'nameKey')) where type = 'enterprise' and voided_at is null;
      create sequence enterprise_serials maxvalue ${HIGHEST_LICENCE_SERIAL};
    `,
  },
];
