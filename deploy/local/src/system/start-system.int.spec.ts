import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePortBase } from '../ports/check-ports.ts';
import { removePostgres, startPostgres } from '../postgres/start-postgres.ts';
import { isAlive } from '../process-list.ts';
import { fakeRepository, removeFakeRepository } from '../testing/fake-repository.ts';
import { waitUntil } from '../wait-until.ts';
import { startSystem } from './start-system.ts';
import type { System, SystemOptions } from './system.ts';

let root: string;
let portBase: number;
const running: System[] = [];
const listening: Server[] = [];

beforeAll(async () => {
  root = await fakeRepository();
  portBase = await freePortBase();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((system) => system.stop()));
  await Promise.all(listening.splice(0).map((server) => once(server.close(), 'close')));
});
afterAll(() => removeFakeRepository(root));

async function start(options: Partial<SystemOptions> = {}): Promise<System> {
  const system = await startSystem({ dataDir: join(root, 'data'), root, portBase, bus: 'embedded', ...options });
  running.push(system);
  return system;
}

async function environmentOf(url: string): Promise<Record<string, string>> {
  return (await (await fetch(`${url}/env`)).json()) as Record<string, string>;
}

/** Whether this role may connect to that database. @throws when it is refused for anything but the want of that right. */
async function connects(url: string, database: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: `/${database}` }).href });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return false;
  } finally {
    await client.end();
  }
}

test('each service runs as a process of its own, told all that it needs', async () => {
  const system = await start({ env: { BUS_PARTITIONS: '2' } });
  expect(system.orchestratorUrl).toBe(`http://127.0.0.1:${portBase + 2}`);
  expect(system.eventHubUrl).toBe(`http://127.0.0.1:${portBase + 3}`);
  expect(Object.keys(system.departments)).toEqual(['taxation', 'housing-fund']);
  expect(new Set(system.services.map(({ pid }) => pid)).size).toBe(4);
  expect(await environmentOf(system.departments['taxation'] ?? '')).toMatchObject({
    PORT: String(portBase + 103),
    HOST: '127.0.0.1',
    BUS: 'embedded',
    BUS_PARTITIONS: '2',
    CATALOGUE_DIR: join(root, 'catalogue'),
    DATABASE_URL: expect.stringMatching(/^postgres:\/\/ht_taxation:.+\/ht_taxation$/),
    BUS_DATABASE_URL: expect.stringMatching(/^postgres:\/\/ht_taxation:.+\/ht_bus$/),
    OIDC_ISSUER: `http://127.0.0.1:${portBase + 6}`,
    OIDC_AUDIENCE: 'hengtong',
  });
});

test('the issuer of tokens runs beside them, with nothing but its database, and where secrets are', async () => {
  const { identity, issuerUrl } = await start();
  expect(issuerUrl).toBe(`http://127.0.0.1:${portBase + 6}`);
  const environment = await environmentOf(issuerUrl);
  expect(environment).toMatchObject({
    OIDC_ISSUER: issuerUrl,
    DATABASE_URL: expect.stringMatching(/^postgres:\/\/ht_identity:.+\/ht_identity$/),
    IDENTITY_SEED: join(root, 'deploy', 'local', 'identity.yaml'),
    IDENTITY_SECRETS: join(root, 'data', 'identity-secrets.json'),
  });
  for (const name of ['BUS', 'KAFKA_BROKERS', 'BUS_DATABASE_URL']) expect(environment).not.toHaveProperty(name);
  expect(isAlive(identity.pid)).toBe(true);
});

test('no role of a service can connect to any database but its own, and to the bus', async () => {
  const system = await start();
  const admin = new pg.Client({ connectionString: system.postgres.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datallowconn order by 1');
  await admin.end();
  const databases = rows.map(({ datname }) => datname);
  expect(databases).toEqual([
    'ht_bus',
    'ht_console',
    'ht_event_hub',
    'ht_housing_fund',
    'ht_identity',
    'ht_orchestrator',
    'ht_taxation',
    'postgres',
    'template1',
  ]);
  for (const { databaseUrl } of system.services) {
    const own = new URL(databaseUrl).pathname.slice(1);
    const open = await Promise.all(databases.map(async (name) => ((await connects(databaseUrl, name)) ? [name] : [])));
    expect(open.flat()).toEqual(['ht_bus', own].toSorted());
  }
});

test('a service that is left out does not run, and may join later', async () => {
  const system = await start({ without: ['event-hub'] });
  expect(system.services.map(({ name }) => name)).toEqual(['orchestrator', 'taxation', 'housing-fund']);
  expect(system.eventHubUrl).toBe('');
  expect((await system.join('event-hub')).service).toBe('event-hub');
});

test('the console comes with the rest, and knows where each of them is; it can be left out', async () => {
  const system = await start();
  const { consoleUrl, services, identity } = system;
  const { SERVICE_URLS = '' } = await environmentOf(consoleUrl);
  expect(SERVICE_URLS.split(',')).toEqual([...services, identity].map(({ service, url }) => `${service}=${url}`));
  await system.stop();
  const without = await start({ without: ['console'] });
  expect([without.console, without.consoleUrl]).toEqual([undefined, '']);
});

test('PostgreSQL takes nobody without his password, which it does not know itself', async () => {
  const system = await start();
  const own = new URL(system.services[0]?.databaseUrl ?? '');
  await expect(connects(Object.assign(new URL(own), { password: 'wrong' }).href, 'ht_orchestrator')).rejects.toThrow(
    'password authentication failed',
  );
  const admin = new pg.Client({ connectionString: system.postgres.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ kept: string }>(`select distinct left(rolpassword, 14) as kept from pg_authid where rolcanlogin`);
  await admin.end();
  expect(rows).toEqual([{ kept: 'SCRAM-SHA-256$' }]);
});

test('a second start finds the passwords and the data of the first', async () => {
  const first = await start();
  const url = first.services[0]?.databaseUrl;
  await first.stop();
  const second = await start();
  expect(second.services[0]?.databaseUrl).toBe(url);
});

test('local.json says where everything is while it runs, and is gone afterwards', async () => {
  const system = await start();
  const file = join(root, 'data', 'local.json');
  const content = JSON.parse(await readFile(file, 'utf8')) as unknown;
  expect(content).toMatchObject({
    issuer: system.issuerUrl,
    identity: { url: system.issuerUrl, pid: system.identity.pid },
    orchestrator: system.orchestratorUrl,
    eventHub: system.eventHubUrl,
    bus: 'embedded',
    services: [{ name: 'orchestrator', pid: system.services[0]?.pid }, { name: 'event-hub' }, {}, {}],
  });
  await system.stop();
  await expect(readFile(file)).rejects.toThrow(/ENOENT/);
});

test('a service that dies is started again, and both are said', async () => {
  const said: string[] = [];
  const system = await start({ revive: true, say: (line) => said.push(line) });
  const taxation = system.services.find(({ service }) => service === 'taxation');
  const before = taxation?.pid ?? 0;
  await taxation?.kill();
  expect(await waitUntil(() => said.some((line) => line.startsWith('taxation is back')), 20_000)).toBe(true);
  expect(said).toContain('taxation has ended (signal SIGKILL); starting it again');
  expect(taxation?.pid).not.toBe(before);
  expect(isAlive(taxation?.pid ?? 0)).toBe(true);
});

test('a service that was killed stays down until it is restarted, where nobody asked for revival', async () => {
  const system = await start();
  const taxation = system.services.find(({ service }) => service === 'taxation');
  await taxation?.kill();
  await expect(fetch(taxation?.url ?? '')).rejects.toThrow('fetch failed');
  await taxation?.restart();
  expect((await fetch(taxation?.url ?? '')).ok).toBe(true);
});

test('PostgreSQL can be killed and restarted, and is found where it was', async () => {
  const system = await start();
  await system.postgres.server?.kill();
  await system.postgres.server?.restart();
  const client = new pg.Client({ connectionString: system.postgres.adminUrl });
  await client.connect();
  await client.end();
});

test('one more process of a service may join, with the same database', async () => {
  const system = await start();
  const joined = await system.join('taxation');
  expect(joined.name).toBe('taxation-2');
  const own = await environmentOf(joined.url);
  expect(own.DATABASE_URL).toBe((await environmentOf(system.departments['taxation'] ?? '')).DATABASE_URL);
  await expect(system.join('customs')).rejects.toThrow(
    'There is no service customs; there are orchestrator, event-hub, taxation, housing-fund.',
  );
});

test('a PostgreSQL that is there already is used, by a role that may create roles and databases and is no superuser', async () => {
  const there = join(root, 'there');
  const server = await startPostgres({ dataDir: there });
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  await client.query(`create role steward login createdb createrole password 'secret'`);
  await client.end();
  const databaseUrl = Object.assign(new URL(server.adminUrl), { username: 'steward', password: 'secret' }).href;
  const system = await start({ databaseUrl, dataDir: join(root, 'other') });
  expect(system.postgres).toEqual({ adminUrl: databaseUrl });
  for (const { databaseUrl: own } of system.services) {
    const guest = new pg.Client({ connectionString: own });
    await guest.connect();
    await guest.end();
  }
  await system.stop();
  await server.stop();
  await removePostgres(there);
});

test('a port that is taken is named with its owner, and nothing is left running', async () => {
  const squatter = createServer().listen(portBase + 103, '127.0.0.1');
  listening.push(squatter);
  await once(squatter, 'listening');
  await expect(start()).rejects.toThrow(
    new RegExp(
      `Port ${portBase + 103}, for taxation, is taken by process ${process.pid} \\(.+\\)\\.\nStop what holds it, or .*--port-base`,
    ),
  );
});

test('a port that browsers refuse is named, and nothing is started', async () => {
  const said: string[] = [];
  await expect(start({ portBase: 6000, say: (line) => said.push(line) })).rejects.toThrow(
    /^Port 6000, for console, is one that browsers refuse /,
  );
  expect(said).toEqual([]);
});

test('a service that does not come up is an error with the end of its log, and everything else is stopped', async () => {
  await expect(start({ env: { FAIL: 'configuration' } })).rejects.toThrow(/did not start \(exit code 78\):\n.*PORT is missing/);
  const next = await start();
  expect(next.services).toHaveLength(4);
});
