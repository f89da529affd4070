import type { Pool } from 'pg';

/** A view that somebody has saved: a screen and what is asked for there, as it stands in the address. */
export interface SavedView {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  readonly query: string;
  readonly owner: string;
  readonly shared: boolean;
  readonly createdAt: string;
}

/** Views that one person may keep. */
export const VIEWS_OF_ONE = 200;

const COLUMNS = `id, screen, name, query, owner, shared, created_at`;
type Row = Omit<SavedView, 'createdAt'> & { readonly created_at: Date };

/** What somebody sees: their own, and what others share; of one screen, or of all. By name. */
export async function listViews(pool: Pool, owner: string, screen: string | undefined): Promise<SavedView[]> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from saved_views where (owner = $1 or shared) and ($2::text is null or screen = $2) order by name, id`,
    [owner, screen ?? null],
  );
  return rows.map(view);
}

/** Keeps a view. undefined when its owner has as many as one may. */
export async function addView(
  pool: Pool,
  { id, screen, name, query, owner, shared }: Omit<SavedView, 'createdAt'>,
): Promise<SavedView | undefined> {
  const { rows } = await pool.query<Row>(
    `insert into saved_views (id, screen, name, query, owner, shared)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from saved_views where owner = $5) < $7 returning ${COLUMNS}`,
    [id, screen, name, query, owner, shared, VIEWS_OF_ONE],
  );
  return rows[0] && view(rows[0]);
}

/** Whose a view is, if it may be seen by `reader`. */
export async function ownerOfView(pool: Pool, id: string, reader: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ owner: string }>('select owner from saved_views where id = $1 and (owner = $2 or shared)', [
    id,
    reader,
  ]);
  return rows[0]?.owner;
}

export async function dropView(pool: Pool, id: string, owner: string): Promise<void> {
  await pool.query('delete from saved_views where id = $1 and owner = $2', [id, owner]);
}

const view = ({ created_at, ...row }: Row): SavedView => ({ ...row, createdAt: created_at.toISOString() });
