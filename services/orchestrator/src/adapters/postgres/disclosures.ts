import type { Actor, Disclosure } from '@hengtong/contracts';
import type { Pool } from 'pg';

type DisclosureRow = Omit<Disclosure, 'at' | 'until'> & { readonly at: Date; readonly until: Date };

const COLUMNS = `id, case_id as "caseId", actor as by, reason, at, until`;

/** Records that somebody is let see personal values of a case for a quarter of an hour. Committed when this resolves. */
export async function recordDisclosure(
  pool: Pool,
  { id, caseId, by, reason }: Pick<Disclosure, 'id' | 'caseId' | 'by' | 'reason'>,
): Promise<Disclosure> {
  const { rows } = await pool.query<DisclosureRow>(
    `insert into disclosures (id, case_id, actor, reason, at, until) values ($1, $2, $3, $4, now(), now() + interval '15 minutes')
     returning ${COLUMNS}`,
    [id, caseId, JSON.stringify(by), reason],
  );
  const [row] = rows.map(disclosureOf);
  if (!row) throw new Error('a disclosure was not recorded');
  return row;
}

/** Until when somebody is let see personal values of a case; undefined if they are not. */
export async function disclosedUntil(pool: Pool, caseId: string, { type, id }: Pick<Actor, 'type' | 'id'>): Promise<string | undefined> {
  const { rows } = await pool.query<{ until: Date | null }>(
    `select max(until) as until from disclosures where case_id = $1 and actor->>'type' = $2 and actor->>'id' = $3 and until > now()`,
    [caseId, type, id],
  );
  return rows[0]?.until?.toISOString();
}

/** The disclosures of a case, the newest first, behind `after`. */
export async function listDisclosures(pool: Pool, caseId: string, limit: number, after: string | undefined): Promise<Disclosure[]> {
  const { rows } = await pool.query<DisclosureRow>(
    `select ${COLUMNS} from disclosures where case_id = $1 and ($3::uuid is null or id < $3) order by id desc limit $2`,
    [caseId, limit, after ?? null],
  );
  return rows.map(disclosureOf);
}

const disclosureOf = ({ at, until, ...row }: DisclosureRow): Disclosure => ({ ...row, at: at.toISOString(), until: until.toISOString() });
