import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { isAlive } from '../process-list.ts';
import { waitUntil } from '../wait-until.ts';
import { removePostgres, startPostgres } from './start-postgres.ts';

let dataDir: string;
beforeAll(async () => {
  // Closed to others, as a home folder is: as root, the server then has to live elsewhere.
  const folder = await mkdtemp(join(tmpdir(), 'local-postgres-'));
  await chmod(folder, 0o700);
  dataDir = join(folder, 'postgres');
});
afterAll(() => removePostgres(dataDir));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('what was committed is there after a stop, after kill -9 of the server, and after kill -9 of its launcher', async () => {
  const first = await startPostgres({ dataDir });
  await query(first.adminUrl, 'create table kept (id int)');
  await query(first.adminUrl, 'insert into kept values (1)');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await startPostgres({ dataDir });
  await query(second.adminUrl, 'insert into kept values (2)');
  second.kill('SIGKILL');
  expect(await second.ended).toBe('signal SIGKILL');

  const third = await startPostgres({ dataDir });
  expect(await query(third.adminUrl, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  await third.stop();

  const launched = await launchedAndKilled();
  expect(await waitUntil(() => !isAlive(launched), 10_000)).toBe(true);
  const fourth = await startPostgres({ dataDir });
  expect(await query(fourth.adminUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }]);
  await fourth.stop();
});

test('a server that still runs on the data is stopped first, and said so', async () => {
  const forgotten = await startPostgres({ dataDir });
  const said: string[] = [];
  const server = await startPostgres({ dataDir, log: (line) => said.push(line) });
  expect(await forgotten.ended).toBe('exit code 0');
  expect(said).toEqual([`PostgreSQL still runs from an earlier start (process ${forgotten.pid}); stopping it`]);
  await server.stop();
});

test('a port that is taken is an error with the end of the log', async () => {
  const holder = await startPostgres({ dataDir });
  const other = join(dataDir, '..', 'other');
  await expect(startPostgres({ dataDir: other, port: holder.port })).rejects.toThrow(/Address already in use/);
  await Promise.all([holder.stop(), removePostgres(other)]);
});

/** The process number of a server whose launcher, a process of its own, was killed once the server was up. */
async function launchedAndKilled(): Promise<number> {
  const script = `
    import { startPostgres } from '${new URL('./start-postgres.ts', import.meta.url).href}';
    console.log((await startPostgres({ dataDir: ${JSON.stringify(dataDir)} })).pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: launcher.stdout }), 'line')) as [string];
  launcher.kill('SIGKILL');
  return Number(line);
}
