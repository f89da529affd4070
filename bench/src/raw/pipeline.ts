import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Producer } from 'kafkajs';

import { openStore } from './store.ts';
import type { RawMessage } from './wire.ts';

/** What a message leads to: an outbox row, and where it is to be sent; the last of a case is kept but sent to nobody. */
export type Outgoing = { caseId: string; topic: string | null; body: string };

/** Where a raw process works. `topics` are those it reads; `partitions` how many each of them has. */
export type PipelineOptions = { name: string; brokers: string[]; databaseUrl: string; topics: string[]; partitions: number };

/** What a raw process does with a batch; `committed` is told once the rows are on disk and before they are sent. */
export type BatchLogic = { handle: (received: RawMessage) => Outgoing; committed?: (received: readonly RawMessage[]) => void };

export type Pipeline = { send: (outgoing: readonly Outgoing[]) => Promise<void>; stop: () => Promise<void> };

/**
 * The bare pipeline, the fastest straightforward one with kafkajs: a batch of a partition → one transaction → one send with
 * `acks: -1` → offset. Partitions run side by side. Offsets are committed lazily: after a crash a message would come
 * again, and the inbox is there for that.
 */
export async function startPipeline(options: PipelineOptions, { handle, committed }: BatchLogic): Promise<Pipeline> {
  const lanes = options.topics.length * options.partitions;
  const store = openStore(options.databaseUrl, lanes);
  const kafka = new Kafka({ clientId: options.name, brokers: options.brokers, logLevel: logLevel.ERROR });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: options.name, maxWaitTimeInMs: 500, minBytes: 1, allowAutoTopicCreation: false });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));

  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: options.topics, fromBeginning: true });
  await consumer.run({
    eachBatchAutoResolve: false,
    autoCommitInterval: 5_000,
    partitionsConsumedConcurrently: lanes,
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      const received = batch.messages.map(({ value }) => JSON.parse(String(value)) as RawMessage);
      const outgoing = received.map(handle);
      await store.commitBatch(received, outgoing);
      committed?.(received);
      await send(producer, outgoing);
      resolveOffset(batch.lastOffset());
      await heartbeat();
    },
  });
  await joined;

  return {
    send: (outgoing) => send(producer, outgoing),
    stop: async () => {
      await consumer.disconnect();
      await Promise.all([producer.disconnect(), store.close()]);
    },
  };
}

async function send(producer: Producer, outgoing: readonly Outgoing[]): Promise<void> {
  const byTopic = Map.groupBy(outgoing, ({ topic }) => topic);
  const topicMessages = [...byTopic].flatMap(([topic, sent]) =>
    topic === null ? [] : [{ topic, messages: sent.map(({ caseId, body }) => ({ key: caseId, value: body })) }],
  );
  if (topicMessages.length > 0) await producer.sendBatch({ acks: -1, topicMessages });
}
