import { kafkaBus, type OutgoingMessage } from '@hengtong/messaging';
import { createLogger } from '@hengtong/platform';

import type { PipelineOptions } from '../raw/pipeline.ts';
import { openStore } from '../raw/store.ts';
import type { RawMessage } from '../raw/wire.ts';
import { read } from './wire.ts';

/** What a process sends for a message it received; `committed` is told once that is on disk and before it is sent. */
export type ToldLogic = {
  handle: (received: RawMessage) => OutgoingMessage[];
  committed?: (received: readonly RawMessage[]) => void;
};

export type Told = { send: (messages: readonly OutgoingMessage[]) => Promise<void>; stop: () => Promise<void> };

/** Raw's transaction for each batch, over the real system's own adapter of the bus: what is sent for a message is one outbox row. */
export async function startTold(options: PipelineOptions, { handle, committed }: ToldLogic): Promise<Told> {
  const { name, kafka, databaseUrl, topics, partitions } = options;
  const store = openStore(databaseUrl, topics.length * partitions);
  const { brokers, sasl } = kafka;
  const bus = kafkaBus({ clientId: name, brokers, credential: sasl, log: createLogger({ service: name, level: 'warn' }) });
  await bus.consume({
    group: name,
    topics,
    take: async ({ messages }) => {
      const received = messages.map(read);
      const sent = received.map(handle);
      const rows = received.map(({ caseId }, index) => ({ caseId, topic: null, body: JSON.stringify(sent[index]) }));
      await store.commitBatch(received, rows);
      committed?.(received);
      await bus.publish(sent.flat());
      return 'taken';
    },
  });
  return {
    send: (messages) => bus.publish(messages),
    stop: async () => {
      await bus.close();
      await store.close();
    },
  };
}
