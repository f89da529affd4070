import type { Definition } from '@hengtong/process-model';
import type { Pool } from 'pg';

export interface ProcessVersion {
  readonly process: string;
  readonly version: number;
  readonly digest: string;
  readonly body: Definition;
  /** The YAML that it was read from; null of what was loaded before that was kept. */
  readonly source: string | null;
}

/** As it stands, with when it was first seen. */
export type StoredVersion = ProcessVersion & { readonly loadedAt: Date };

const COLUMNS = `process, version, digest, body, source, loaded_at as "loadedAt"`;

/**
 * Keeps a version that is new, and gives the one that stands: the same digest, or the one under which cases run already. A file with
 * the same digest gives its text where there is none yet.
 */
export async function keepVersion(pool: Pool, version: ProcessVersion): Promise<ProcessVersion> {
  await pool.query(
    `insert into process_versions as known (process, version, digest, body, source) values ($1, $2, $3, $4, $5)
     on conflict (process, version) do update set source = excluded.source where known.source is null and known.digest = excluded.digest`,
    [version.process, version.version, version.digest, JSON.stringify(version.body), version.source],
  );
  return (await readVersion(pool, version.process, version.version)) ?? version;
}

/** The version of a process by which a case was opened. */
export async function readVersion(pool: Pool, process: string, version: number): Promise<StoredVersion | undefined> {
  const { rows } = await pool.query<StoredVersion>(`select ${COLUMNS} from process_versions where process = $1 and version = $2`, [
    process,
    version,
  ]);
  return rows[0];
}

/** All versions of all processes, the newest of each first. */
export async function listVersions(pool: Pool): Promise<StoredVersion[]> {
  const { rows } = await pool.query<StoredVersion>(`select ${COLUMNS} from process_versions order by process, version desc`);
  return rows;
}
