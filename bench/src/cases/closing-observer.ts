import { caseEvents, eventsTopic, ORCHESTRATOR } from '@hengtong/contracts';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaMessage } from 'kafkajs';

import type { BenchKafka } from '../infrastructure.ts';

const TOPIC = eventsTopic(ORCHESTRATOR);
const CLOSED = caseEvents['case-closed'].type;
const STALLED = caseEvents['case-stalled'].type;

export type Observer = { partitions: number; stop: () => Promise<void> };

/** What is seen of cases that end; a case that ends otherwise than granted makes figures worthless, so it is a failure. */
export type ObserverEvents = { closed: (ids: string[]) => void; failed: (error: Error) => void };

/**
 * Watches cases close where the event hub will: on the orchestrator's event topic. It looks at two headers of a message, so
 * that it costs little of the two cores that are measured. Begins at what is published after this call.
 */
export async function observeClosing(at: BenchKafka, { closed, failed }: ObserverEvents): Promise<Observer> {
  const kafka = new Kafka({ clientId: 'bench', ...at, logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(TOPIC);
  await admin.disconnect();

  const consumer = kafka.consumer({ groupId: `bench-${Date.now()}`, maxWaitTimeInMs: 500, minBytes: 1, allowAutoTopicCreation: false });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: ends.length,
    eachBatch: async ({ batch }) => {
      const ids = batch.messages.filter((message) => is(CLOSED, message)).map(subjectOf);
      const other = batch.messages.find((message) => is(STALLED, message) || (is(CLOSED, message) && !isGranted(message)));
      if (other) failed(new Error(`Case ${subjectOf(other)} was not granted: ${String(other.value)}`));
      if (ids.length > 0) closed(ids);
    },
  });
  await joined;
  for (const { partition, offset } of ends) consumer.seek({ topic: TOPIC, partition, offset });
  return { partitions: ends.length, stop: () => consumer.disconnect() };
}

/** A header is bytes, or text where the launcher in this process has loaded the bus with its own decoder. */
function is(type: string, { headers }: KafkaMessage): boolean {
  return String(headers?.['ce_type']) === type;
}

function subjectOf({ headers }: KafkaMessage): string {
  return String(headers?.['ce_subject']);
}

function isGranted({ value }: KafkaMessage): boolean {
  return (JSON.parse(String(value)) as { outcome?: string }).outcome === 'granted';
}
