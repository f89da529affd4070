import { isUtf8 } from 'node:buffer';
import type { WireHeaders } from '@hengtong/contracts';
import type { Batch, IHeaders } from 'kafkajs';
import type { ReceivedBatch } from '../event-bus.ts';

/** A batch of kafkajs as the port has it. Headers are text where their bytes are UTF-8; of a header that is there twice, the last counts. */
export function received({ topic, partition, messages }: Batch): ReceivedBatch {
  return {
    topic,
    partition,
    messages: messages.map(({ offset, key, headers, value }) => ({
      topic,
      partition,
      offset,
      key: key === null ? null : key.toString(),
      headers: headers ? read(headers) : {},
      value,
    })),
  };
}

function read(headers: IHeaders): WireHeaders {
  const result: Record<string, string | Uint8Array | undefined> = {};
  for (const name in headers) {
    const raw = headers[name];
    const header = Array.isArray(raw) ? raw.at(-1) : raw;
    result[name] = Buffer.isBuffer(header) && isUtf8(header) ? header.toString() : header;
  }
  return result;
}
