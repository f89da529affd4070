import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { freshDatabase, runSql } from '../infrastructure.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { startChild } from '../measure/child-protocol.ts';
import { runWindows } from '../measure/run-windows.ts';
import type { Options } from '../options.ts';
import type { Round } from '../report/result.ts';

const folder = join(import.meta.dirname, '../../peers');
const DATABASE = 'peer_pg_boss';

/** The six departments, in the order in which a case visits them. */
const DEPARTMENTS = ['market-regulation', 'public-security', 'taxation', 'human-resources', 'healthcare-security', 'housing-fund'];

/** What the six steps keep besides the queues, whose schema pg-boss makes itself. */
const TABLES = `
  create table cases (case_id uuid primary key, step int not null, status text not null, changed_at timestamptz not null default now());
  create table records (department text, case_id uuid, made_at timestamptz not null default now(), primary key (department, case_id))`;

/** One round of the same six steps on pg-boss, in seven processes, on a database of its own on the same server. */
export async function peersRound(at: Infrastructure, options: Options): Promise<Round> {
  await installPeers();
  const databaseUrl = await freshDatabase(at.adminUrl, DATABASE, TABLES);
  // The orchestrator first: it makes the schema and the queues.
  const orchestrator = await startChild('orchestrator', join(folder, 'orchestrator.process.ts'), { databaseUrl, departments: DEPARTMENTS });
  const workers = await Promise.all(
    DEPARTMENTS.map((department) => startChild(department, join(folder, 'department.process.ts'), { databaseUrl, department })),
  );
  const children = [orchestrator, ...workers];
  const { run } = orchestrator;
  const round = await runWindows({ name: 'pg-boss', partitions: 1, run, watched: [...at.watched, ...children] }, options);
  await Promise.all(children.map((child) => child.stop()));
  await runSql(at.adminUrl, `drop database ${DATABASE} with (force)`);
  return round;
}

/** What peers need is nobody else's dependency: it is installed into bench/peers when they are measured for the first time. */
async function installPeers(): Promise<void> {
  if (existsSync(join(folder, 'node_modules', 'pg-boss'))) return;
  console.error('installing what the peers need into bench/peers');
  const npm = spawn('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm ci in bench/peers ended with ${code}`);
}
