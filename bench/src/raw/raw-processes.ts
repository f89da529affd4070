import { join } from 'node:path';

import { Kafka, logLevel } from 'kafkajs';

import { freshDatabase, runSql } from '../infrastructure.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { startChild } from '../measure/child-protocol.ts';
import type { Child } from '../measure/child-protocol.ts';
import type { PipelineOptions } from './pipeline.ts';
import { SCHEMA } from './store.ts';
import { commandTopic, replyTopic, WORKERS } from './wire.ts';

/** What runs: its name, the folder of its two programs, and topics that they write besides commands and replies. */
export type Kind = { name: 'raw' | 'told'; folder: string; alsoOn: (prefix: string) => string[] };

/** Raw itself. */
export const RAW: Kind = { name: 'raw', folder: import.meta.dirname, alsoOn: () => [] };

/** Seven processes that run the bare pipeline in one partition setting; the first, the coordinator, drives the load. */
export type RawProcesses = { children: Child[]; run: Child['run']; stop: () => Promise<void> };

/**
 * Makes topics and databases for one partition setting and starts the seven processes. `stop` ends them and removes
 * what was made, so that the next setting finds the broker as this one did.
 */
export async function startRaw(at: Infrastructure, kind: Kind, partitions: number, execArgv: string[] = []): Promise<RawProcesses> {
  const prefix = `${kind.name}-${Date.now().toString(36)}-${partitions}`;
  const steps = Array.from({ length: WORKERS }, (_, index) => index + 1);
  const topics = [...steps.flatMap((step) => [commandTopic(prefix, step), replyTopic(prefix, step)]), ...kind.alsoOn(prefix)];
  const admin = new Kafka({ ...at.kafka, logLevel: logLevel.ERROR }).admin();
  await admin.connect();
  await admin.createTopics({ topics: topics.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: 1 })) });

  const start = async (role: 'coordinator' | 'worker', name: string, read: string[]) => {
    const databaseUrl = await freshDatabase(at.adminUrl, name, SCHEMA);
    const options: PipelineOptions = { name: `${prefix}-${name}`, kafka: at.kafka, databaseUrl, prefix, topics: read, partitions };
    return startChild(name, join(kind.folder, `${role}.process.ts`), options, execArgv);
  };
  const workers = await Promise.all(steps.map((step) => start('worker', `${kind.name}_worker_${step}`, [commandTopic(prefix, step)])));
  const coordinator = await start(
    'coordinator',
    `${kind.name}_coordinator`,
    steps.map((step) => replyTopic(prefix, step)),
  );

  const children = [coordinator, ...workers];
  return {
    children,
    run: (load) => coordinator.run(load),
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()));
      await admin.deleteTopics({ topics });
      await admin.disconnect();
      await runSql(at.adminUrl, ...children.map(({ name }) => `drop database ${name} with (force)`));
    },
  };
}
