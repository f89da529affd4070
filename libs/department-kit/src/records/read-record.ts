import type { DepartmentRecord } from '@hengtong/contracts';
import type { Pool } from 'pg';

interface StoredRecord {
  readonly type: string;
  readonly id: string;
  readonly case_id: string;
  readonly step: string;
  readonly division: string;
  readonly level: DepartmentRecord['level'];
  readonly data: Record<string, unknown>;
  readonly created_at: Date;
  readonly voided_at: Date | null;
  readonly void_cause: { step: string; code: string } | null;
}

const COLUMNS = 'type, id, case_id, step, division, level, data, created_at, voided_at, void_cause';

/** One record, in force or void; undefined if there is none. */
export async function readRecord(pool: Pool, type: string, id: string): Promise<DepartmentRecord | undefined> {
  const { rows } = await pool.query<StoredRecord>(`select ${COLUMNS} from records where type = $1 and id = $2`, [type, id]);
  return rows.map(view)[0];
}

export interface RecordFilter {
  readonly caseId?: string | undefined;
  readonly inForce?: boolean | undefined;
  /** The one authority whose records may be seen; all if it is left out. */
  readonly authority?: string | undefined;
}

/** Records of a type in the order of their ids, behind `after`. */
export async function listRecords(
  pool: Pool,
  type: string,
  filter: RecordFilter,
  limit: number,
  after: string | undefined,
): Promise<DepartmentRecord[]> {
  const { rows } = await pool.query<StoredRecord>(
    `select ${COLUMNS} from records
      where type = $1 and ($2::uuid is null or case_id = $2) and ($3::boolean is null or (voided_at is null) = $3) and ($4::text is null or id > $4)
        and ($6::text is null or division = $6)
      order by id limit $5`,
    [type, filter.caseId ?? null, filter.inForce ?? null, after ?? null, limit, filter.authority ?? null],
  );
  return rows.map(view);
}

function view(row: StoredRecord): DepartmentRecord {
  return {
    type: row.type,
    id: row.id,
    caseId: row.case_id,
    step: row.step,
    division: row.division,
    level: row.level,
    data: row.data,
    inForce: row.voided_at === null,
    createdAt: row.created_at.toISOString(),
    ...(row.voided_at && { voidedAt: row.voided_at.toISOString() }),
    ...(row.void_cause && { voidedBecause: row.void_cause }),
  };
}
