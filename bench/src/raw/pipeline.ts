import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { EachBatchPayload, Producer } from 'kafkajs';

import type { BenchKafka } from '../infrastructure.ts';
import { openStore } from './store.ts';
import type { Outgoing, RawMessage } from './wire.ts';

/** Where a raw process works. `topics` are those it reads; `partitions` how many each of them has; `prefix` begins the names of all. */
export type PipelineOptions = {
  name: string;
  kafka: BenchKafka;
  databaseUrl: string;
  prefix: string;
  topics: string[];
  partitions: number;
};

/** What a raw process does with a batch; `committed` is told once the rows are on disk and before they are sent. */
export type BatchLogic = { handle: (received: RawMessage) => Outgoing; committed?: (received: readonly RawMessage[]) => void };

export type Pipeline = { send: (outgoing: readonly Outgoing[]) => Promise<void>; stop: () => Promise<void> };

/**
 * The bare pipeline, straightforward and with nothing else in it: a batch of a partition → one transaction → one send with
 * `acks: -1` → offset. Partitions run side by side. Offsets are committed lazily: after a crash a message would come
 * again, and the inbox is there for that.
 */
export async function startPipeline(options: PipelineOptions, { handle, committed }: BatchLogic): Promise<Pipeline> {
  const lanes = options.topics.length * options.partitions;
  const store = openStore(options.databaseUrl, lanes);
  const kafka = new Kafka({ clientId: options.name, ...options.kafka, logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: options.name, maxWaitTimeInMs: 500, minBytes: 1, allowAutoTopicCreation: false });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));

  // A fresh broker has no group coordinator for a moment: kafkajs restarts by itself then, and says so loudly.
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) fatal(payload.error);
  });

  const handleBatch = async ({ batch, ...payload }: EachBatchPayload) => {
    const received = batch.messages.map(({ value }) => JSON.parse(String(value)) as RawMessage);
    const outgoing = received.map(handle);
    await store.commitBatch(received, outgoing);
    committed?.(received);
    await send(producer, outgoing);
    payload.resolveOffset(batch.lastOffset());
    await payload.heartbeat();
  };

  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: options.topics, fromBeginning: true });
  await consumer.run({
    eachBatchAutoResolve: false,
    autoCommitInterval: 5_000,
    partitionsConsumedConcurrently: lanes,
    eachBatch: (payload) => handleBatch(payload).catch(fatal),
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

/** Ends the process with the error, past kafkajs, which would try the batch again: a benchmark with errors measures nothing. */
function fatal(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}
