import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writePrivateFile } from '../private-file.ts';
import type { System } from './system.ts';

/**
 * Writes `<dataDir>/local.json`, by which the CLI, tests and scripts find a running system: addresses and process numbers. It holds the
 * passwords of PostgreSQL's superuser and of the broker's administrator, so only its owner can read it.
 */
export async function writeLocalFile(dataDir: string, system: System): Promise<void> {
  const { bus, orchestratorUrl, eventHubUrl, issuerUrl, departments, identity, console, services, postgres, kafka } = system;
  const content = {
    launcher: { pid: process.pid },
    issuer: issuerUrl,
    orchestrator: orchestratorUrl,
    eventHub: eventHubUrl,
    departments,
    bus,
    kafka: kafka && { brokers: kafka.brokers, ...(kafka.admin && { admin: kafka.admin }), ...(kafka.server && { pid: kafka.server.pid }) },
    postgres: { adminUrl: postgres.adminUrl, ...(postgres.server && { pid: postgres.server.pid }) },
    identity: { url: identity.url, pid: identity.pid },
    ...(console && { console: { url: console.url, pid: console.pid } }),
    services: services.map(({ name, service, url, pid }) => ({ name, service, url, pid })),
  };
  await writePrivateFile(join(dataDir, 'local.json'), `${JSON.stringify(content, null, 2)}\n`);
}

/** Removes it: a file that names what no longer runs only misleads. */
export async function removeLocalFile(dataDir: string): Promise<void> {
  await rm(join(dataDir, 'local.json'), { force: true });
}
