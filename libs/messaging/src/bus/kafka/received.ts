import type { WireHeaders } from '@hengtong/contracts';
import type { Batch } from 'kafkajs';
import type { ReceivedBatch } from '../event-bus.ts';

/** A batch of kafkajs as the port has it; the headers are read already (kafkajs/decode-record.ts). */
export function received({ topic, partition, messages }: Batch): ReceivedBatch {
  return {
    topic,
    partition,
    messages: messages.map(({ offset, key, headers, value }) => ({
      topic,
      partition,
      offset,
      key: key === null ? null : key.toString(),
      headers: (headers ?? {}) as WireHeaders,
      value,
    })),
  };
}
