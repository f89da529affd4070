import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removePostgres } from '../postgres/start-postgres.ts';
import { lockDataFolder } from '../system/data-lock.ts';
import { startSystem } from '../system/start-system.ts';
import type { System } from '../system/system.ts';
import { secretsFile } from '../tokens/tokens-of.ts';
import { addressTable, type AddressRow } from './address-table.ts';
import { demonstrate } from './demonstration.ts';
import type { LaunchOptions } from './options.ts';

/** What a launch needs of the process that it runs in: where lines go, and what asks it to end. */
export interface LaunchContext {
  show: (line: string) => void;
  /** Aborted by Ctrl-C, SIGTERM, or the end of the parent. */
  asked: AbortSignal;
  /** Where the builds are. */
  root: string;
}

/**
 * What `npm start` does once everything is built: brings the system up, shows where it is, runs the demonstration, and stays until it is
 * asked to end. @returns the exit code: 0, or 1 when a case of `--once` was not granted. @throws when the system does not come up.
 */
export async function launch(options: LaunchOptions, { show, asked, root }: LaunchContext): Promise<number> {
  const begun = Date.now();
  const say = (line: string) => show(`${`${((Date.now() - begun) / 1000).toFixed(1)} s`.padStart(8)}  ${line}`);
  const { dataDir, portBase, bus, rebind } = options;
  if (options.fresh) await removeData(dataDir);
  const system = await startSystem({ dataDir, portBase, bus, rebind, revive: true, say, root });
  try {
    say(`ready; what is where also stands in ${join(dataDir, 'local.json')}\n`);
    show(addressTable(rows(system, dataDir)));
    if (system.console) show(`\nSign in at ${system.console.url} as sun.tao; the passwords are in ${secretsFile(dataDir)}.`);
    if (options.cases > 0 && !asked.aborted) {
      const titles = new Map(system.services.map(({ service, title }) => [service, title]));
      const applicant = { url: system.orchestratorUrl, token: () => system.tokenFor('applicants-portal') };
      const granted = await demonstrate(applicant, options.cases, titles, show);
      if (options.once) return granted ? 0 : 1;
    }
    show('It stays up until Ctrl-C.');
    await untilAborted(asked);
    return 0;
  } finally {
    say('stopping');
    await system.stop();
    say('stopped');
  }
}

/** Throws away everything that a stopped system kept. @throws when one is at work there. */
async function removeData(dataDir: string): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error('--fresh cannot empty the PostgreSQL of DATABASE_URL: drop the databases ht_* there yourself.');
  const unlock = await lockDataFolder(dataDir);
  await removePostgres(join(dataDir, 'postgres'));
  await unlock();
  await rm(dataDir, { recursive: true, force: true });
}

function rows(system: System, dataDir: string): AddressRow[] {
  const services = system.services.map(({ name, title, url }) => ({ name, title: `${title.zh} ${title.en}`, address: `${url}/docs` }));
  const { host } = new URL(system.postgres.adminUrl);
  const { name, title, url } = system.identity;
  const { console } = system;
  return [
    ...(console ? [{ name: console.name, title: `${console.title.zh} ${console.title.en}`, address: console.url }] : []),
    { name, title: `${title.zh} ${title.en}`, address: url },
    ...services,
    { name: 'PostgreSQL', title: 'one database and role a service', address: host },
    ...(system.kafka ? [{ name: 'Kafka', title: 'the bus', address: system.kafka.brokers.join(', ') }] : []),
    { name: 'logs', title: 'one file a process', address: join(dataDir, 'logs') },
  ];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  // A signal alone keeps no process alive.
  const alive = setInterval(() => undefined, 3_600_000);
  return new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  }).finally(() => clearInterval(alive));
}
