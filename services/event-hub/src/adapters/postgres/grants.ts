import type { Actor, Grant } from '@hengtong/contracts';
import { column, table } from '@hengtong/messaging';
import type { Pool } from 'pg';

/** A grant as it is written for the first time. */
export interface NewGrant {
  readonly id: string;
  readonly agency: string;
  readonly types: readonly { readonly type: string; readonly owner: string; readonly status: 'waiting' | 'granted' }[];
  readonly processes?: readonly string[] | undefined;
  readonly divisions?: readonly string[] | undefined;
  readonly purpose: string;
  readonly until: string;
  readonly askedBy: Actor;
}

/** Whose grants are meant: those of this agency, and those with a type of this owner; undefined means all. */
export type Party = string | undefined;

const SELECT = `
  select g.id, agency, processes, divisions, purpose, until, asked_by as "askedBy", asked_at as "askedAt", ended_at as "endedAt",
         ended_because as "endedBecause", ended_by as "endedBy",
         (select json_agg(json_build_object('type', type, 'owner', owner, 'status', status, 'decidedBy', decided_by,
                          'decidedAt', to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', reason) order by type, owner)
            from granted_types where grant_id = g.id) as types
    from grants g
   where ($1::text is null or agency = $1 or exists (select from granted_types t where t.grant_id = g.id and t.owner = $1))`;

/** Writes a grant, and tells all processes of the hub. */
export async function insertGrant(pool: Pool, { types, ...grant }: NewGrant): Promise<void> {
  await pool.query(
    `with told as (select pg_notify('grants', '')),
          made as (insert into grants (id, agency, processes, divisions, purpose, until, asked_by)
                   select $1, $2, $3, $4, $5, $6, $7 from told returning id)
     insert into granted_types (grant_id, type, owner, status)
     select made.id, new.* from made, unnest($8::text[], $9::text[], $10::text[]) as new (type, owner, status)`,
    [
      grant.id,
      grant.agency,
      grant.processes ?? null,
      grant.divisions ?? null,
      grant.purpose,
      grant.until,
      JSON.stringify(grant.askedBy),
      types.map(({ type }) => type),
      types.map(({ owner }) => owner),
      types.map(({ status }) => status),
    ],
  );
}

/** Decides on types of one owner, also on ones that were decided otherwise. @returns how many are another now. */
export async function decideTypes(
  pool: Pool,
  grant: string,
  owner: string,
  types: readonly string[],
  decided: { readonly decision: 'granted' | 'declined'; readonly by: Actor; readonly reason: string | undefined },
): Promise<number> {
  const { rowCount } = await pool.query(
    `with told as (select pg_notify('grants', ''))
     update granted_types set status = $4, decided_by = $5, reason = $6, decided_at = now()
       from told where grant_id = $1 and owner = $2 and type = any($3) and status <> $4`,
    [grant, owner, types, decided.decision, JSON.stringify(decided.by), decided.reason ?? null],
  );
  return rowCount ?? 0;
}

/** Grants that end. One that has ended before stays as it was. */
export const endedGrants = table<{ readonly id: string; readonly because: string; readonly by: Actor }>('grants', async (db, rows) => {
  await db.query(
    `update grants set ended_at = now(), ended_because = because, ended_by = by_whom
       from unnest($1::uuid[], $2::text[], $3::json[]) as ended (grant_id, because, by_whom) where id = grant_id and ended_at is null`,
    [column(rows, ({ id }) => id), column(rows, ({ because }) => because), column(rows, ({ by }) => JSON.stringify(by))],
  );
  await db.query('notify grants');
});

/** Grants whose time is over and that have not been ended yet. */
export async function overdueGrants(pool: Pool): Promise<{ id: string; agency: string }[]> {
  const { rows } = await pool.query<{ id: string; agency: string }>(
    'select id, agency from grants where ended_at is null and until <= now() order by until limit 100',
  );
  return rows;
}

/** One grant; undefined if there is none, or none that may be seen. */
export async function readGrant(pool: Pool, id: string, party: Party): Promise<Grant | undefined> {
  const { rows } = await pool.query<GrantRow>(`${SELECT} and g.id = $2`, [party ?? null, id]);
  return rows[0] && grantOf(rows[0]);
}

/** Those that may be seen, newest first, behind `after`. */
export async function listGrants(pool: Pool, party: Party, limit: number, after: string | undefined): Promise<Grant[]> {
  const { rows } = await pool.query<GrantRow>(`${SELECT} and ($2::uuid is null or g.id < $2) order by g.id desc limit $3`, [
    party ?? null,
    after ?? null,
    limit,
  ]);
  return rows.map(grantOf);
}

/** All that are active. */
export async function activeGrants(pool: Pool): Promise<Grant[]> {
  const { rows } = await pool.query<GrantRow>(`${SELECT} and ended_at is null and until > now()`, [null]);
  return rows.map(grantOf);
}

type GrantRow = Omit<Grant, 'until' | 'askedAt' | 'endedAt' | 'status'> & { until: Date; askedAt: Date; endedAt: Date | null };

function grantOf({ until, askedAt, endedAt, types, ...row }: GrantRow): Grant {
  return present({
    ...row,
    types: types.map((type) => present(type)),
    until: until.toISOString(),
    status: endedAt || until.getTime() <= Date.now() ? 'ended' : 'active',
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  });
}

/** Without what is null in the database. */
const present = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;
