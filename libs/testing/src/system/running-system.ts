import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '@hengtong/local';
import type { KafkaCredential } from '@hengtong/messaging';

/** What a test must know of a system that runs, be it started by the test or by somebody else. A `System` is one. */
export interface RunningSystem extends Pick<System, 'bus' | 'orchestratorUrl' | 'eventHubUrl' | 'consoleUrl' | 'departments'> {
  readonly services: readonly { readonly name: string; readonly service: string; readonly url: string; readonly pid: number }[];
  readonly postgres: { readonly adminUrl: string };
  readonly kafka?: { readonly brokers: readonly string[]; readonly admin?: KafkaCredential };
}

/** What of `local.json` is read here (deploy/local/src/system/local-file.ts). */
type LocalFile = Omit<RunningSystem, 'orchestratorUrl' | 'eventHubUrl' | 'consoleUrl'> & {
  readonly orchestrator: string;
  readonly eventHub: string;
  readonly console?: { readonly url: string };
};

/** The system that works on a folder, by its `local.json`. */
export async function runningSystem(dataDir: string): Promise<RunningSystem> {
  const file = JSON.parse(await readFile(join(dataDir, 'local.json'), 'utf8')) as LocalFile;
  const { orchestrator, eventHub, console, ...rest } = file;
  return { ...rest, orchestratorUrl: orchestrator, eventHubUrl: eventHub, consoleUrl: console?.url ?? '' };
}

/** Names and addresses of all services, one process of each. */
export function addressesOf({ orchestratorUrl, eventHubUrl, departments }: RunningSystem): (readonly [service: string, url: string])[] {
  return [['orchestrator', orchestratorUrl], ['event-hub', eventHubUrl], ...Object.entries(departments)];
}
