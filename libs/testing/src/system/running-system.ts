import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '@hengtong/local';
import type { KafkaCredential } from '@hengtong/messaging';

/** What a test must know of a system that runs, be it started by the test or by somebody else. A `System` is one. */
export interface RunningSystem extends Pick<System, 'bus' | 'orchestratorUrl' | 'eventHubUrl' | 'departments'> {
  readonly services: readonly { readonly name: string; readonly service: string; readonly url: string; readonly pid: number }[];
  readonly postgres: { readonly adminUrl: string };
  readonly kafka?: { readonly brokers: readonly string[]; readonly admin?: KafkaCredential };
}

/** The system that works on a folder, by its `local.json`. */
export async function runningSystem(dataDir: string): Promise<RunningSystem> {
  const { orchestrator, eventHub, ...rest } = JSON.parse(await readFile(join(dataDir, 'local.json'), 'utf8')) as Omit<
    RunningSystem,
    'orchestratorUrl' | 'eventHubUrl'
  > & { orchestrator: string; eventHub: string };
  return { ...rest, orchestratorUrl: orchestrator, eventHubUrl: eventHub };
}

/** Names and addresses of all services, one process of each. */
export function addressesOf({ orchestratorUrl, eventHubUrl, departments }: RunningSystem): (readonly [service: string, url: string])[] {
  return [['orchestrator', orchestratorUrl], ['event-hub', eventHubUrl], ...Object.entries(departments)];
}
