import type { Definition } from '@hengtong/process-model';
import type { Pool } from 'pg';

export interface ProcessVersion {
  readonly process: string;
  readonly version: number;
  readonly digest: string;
  readonly body: Definition;
}

/**
 * Keeps a version that is new, and gives the one that stands: the same digest, or the one under which cases run already.
 */
export async function keepVersion(pool: Pool, version: ProcessVersion): Promise<ProcessVersion> {
  await pool.query(`insert into process_versions (process, version, digest, body) values ($1, $2, $3, $4) on conflict do nothing`, [
    version.process,
    version.version,
    version.digest,
    JSON.stringify(version.body),
  ]);
  return (await readVersion(pool, version.process, version.version)) ?? version;
}

/** The version of a process by which a case was opened. */
export async function readVersion(pool: Pool, process: string, version: number): Promise<ProcessVersion | undefined> {
  const { rows } = await pool.query<ProcessVersion>(
    `select process, version, digest, body from process_versions where process = $1 and version = $2`,
    [process, version],
  );
  return rows[0];
}
