import { join } from 'node:path';
import { EVENT_HUB, ORCHESTRATOR } from '@hengtong/contracts';
import { ensureDatabases } from '../databases/ensure-databases.ts';
import { passwordsOf } from '../databases/secrets.ts';
import { principalsOf, provisionKafka } from '../kafka/provision.ts';
import { checkPorts, refuseBlockedPorts } from '../ports/check-ports.ts';
import { readDepartments } from '../services/read-departments.ts';
import type { Kept } from '../services/keep-running.ts';
import { CONSOLE, planConsole, planIdentity, planServices, type ServicePlan } from '../services/service-plan.ts';
import { settled } from '../settled.ts';
import { secretsFile, tokensOf } from '../tokens/tokens-of.ts';
import { lockDataFolder } from './data-lock.ts';
import { createFleet } from './fleet.ts';
import { removeLocalFile, writeLocalFile } from './local-file.ts';
import { bringUpKafka, bringUpPostgres, planServers } from './servers.ts';
import { prepareEmbeddedBus } from './embedded-bus.ts';
import type { Surroundings } from './service-environment.ts';
import { settingsOf, type Settings } from './settings.ts';
import type { System, SystemOptions } from './system.ts';

/**
 * Starts a whole system: PostgreSQL and the bus unless they are there, a database and a role for each service, the issuer of tokens, the
 * orchestrator, every department of the catalogue and the console, each as a process of its own; resolves when all are ready. Everything ends with this process.
 * @throws with a sentence when a port is taken or one that browsers refuse, a server or service does not come up, or Kafka is demanded
 * and cannot be had; whatever was started by then is stopped first.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const stack = new AsyncDisposableStack();
  try {
    return await bringUp(settingsOf(options, process.env), stack);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function bringUp(settings: Settings, stack: AsyncDisposableStack): Promise<System> {
  const { root, dataDir, catalogueDir, departmentsDir, portBase, say } = settings;
  stack.defer(await lockDataFolder(dataDir));
  const entries = await readDepartments(departmentsDir);
  const plans = planServices(root, entries, portBase);
  const wanted = plans.filter(({ name }) => !settings.without.includes(name));
  const issuer = planIdentity(root, portBase);
  const page = planConsole(root, portBase);
  const pages = settings.without.includes(CONSOLE) ? [] : [page];
  const served = [issuer, ...wanted, ...pages].map(({ name, port }) => ({ port, for: name }));
  refuseBlockedPorts(served);
  const { choice, ports } = await planServers(settings);
  await checkPorts([...ports, ...served]);

  say(`bus: ${choice.why}`);
  const servers: Kept[] = [];
  stack.defer(async () => void (await Promise.all(servers.map((server) => server.stop()))));
  const [postgres, kafka] = await settled([bringUpPostgres(settings, servers), bringUpKafka(choice, settings, servers)]);
  const departments = entries.map(({ name }) => name);
  const passwords = await prepareDatabases(postgres.adminUrl, [issuer, page, ...plans], dataDir);
  if (choice.bus === 'embedded') await prepareEmbeddedBus(postgres.adminUrl, plans, departments);
  const around: Surroundings = {
    adminUrl: postgres.adminUrl,
    passwords,
    bus: choice.bus,
    brokers: kafka?.brokers ?? [],
    kafkaPasswords: await prepareBroker(kafka, departments, settings),
    catalogueDir,
    departmentsDir,
    rebind: settings.rebind,
    issuerUrl: `http://127.0.0.1:${issuer.port}`,
    identity: { seed: join(root, 'deploy', 'local', 'identity.yaml'), secrets: secretsFile(dataDir) },
    addresses: new Map([...plans, issuer].map(({ name, port }) => [name, `http://127.0.0.1:${port}`])),
    extra: settings.env,
  };
  say(`starting ${wanted.length + pages.length + 1} services`);
  const besides = createFleet([issuer, page], around, settings);
  stack.defer(besides.stop);
  const fleet = createFleet(plans, around, settings);
  stack.defer(fleet.stop);
  const [identity, [console], services] = await settled([
    besides.launch(issuer),
    settled(pages.map((plan) => besides.launch(plan))),
    settled(wanted.map((plan) => fleet.launch(plan))),
  ]);

  const addresses = new Map(services.map(({ service, url }) => [service, url]));
  const system: System = {
    bus: choice.bus,
    busChoice: choice.why,
    orchestratorUrl: addresses.get(ORCHESTRATOR) ?? '',
    eventHubUrl: addresses.get(EVENT_HUB) ?? '',
    departments: Object.fromEntries(departments.map((name) => [name, addresses.get(name) ?? ''])),
    services: fleet.running,
    identity,
    ...(console && { console }),
    consoleUrl: console?.url ?? '',
    issuerUrl: identity.url,
    tokenFor: tokensOf({ issuerUrl: identity.url, dataDir }),
    postgres,
    ...(kafka && { kafka }),
    join: fleet.join,
    stop: () => stack.disposeAsync(),
  };
  await writeLocalFile(dataDir, system);
  stack.defer(() => removeLocalFile(dataDir));
  settings.changed = () =>
    void writeLocalFile(dataDir, system).catch((error: unknown) => say(`local.json could not be written: ${String(error)}`));
  return system;
}

/** A database and a role for each service. @returns the passwords of the roles. */
async function prepareDatabases(adminUrl: string, plans: readonly ServicePlan[], dataDir: string): Promise<Record<string, string>> {
  const roles = plans.map(({ database }) => database);
  const passwords = await passwordsOf(dataDir, 'roles', roles);
  await ensureDatabases(adminUrl, roles, passwords);
  return passwords;
}

/** Topics, credentials and the access list of a broker that asks who one is. @returns the services' passwords there. */
async function prepareBroker(
  kafka: System['kafka'],
  departments: readonly string[],
  { dataDir, kafkaTls, partitions }: Settings,
): Promise<Record<string, string>> {
  if (kafka?.admin === undefined) return {};
  const passwords = await passwordsOf(dataDir, 'kafka', principalsOf(departments));
  const { brokers, admin: credential } = kafka;
  // A broker that was started here is plain; its port is this machine's alone.
  const tls = kafka.server === undefined ? kafkaTls : undefined;
  await provisionKafka({ connection: { brokers, credential, tls }, departments, passwords, partitions });
  return passwords;
}
