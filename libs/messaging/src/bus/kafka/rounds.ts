import type { Message, TopicMessages } from 'kafkajs';
import type { OutgoingMessage } from '../event-bus.ts';

/**
 * Bytes that one partition gets in one request. kafkajs makes one record batch of them, and a broker refuses a batch of more than
 * 1 MiB (`message.max.bytes`) unless its topic says otherwise.
 */
const BYTES_PER_PARTITION = 900_000;
/** More than what a record, or one of its headers, needs beside its bytes. */
const OVERHEAD = 40;

/**
 * What is to be sent, as one request after another: nearly always one, more if a partition gets more than a record batch may hold.
 * A message larger than that goes alone. Within a partition the order stays.
 */
export function rounds(messages: readonly OutgoingMessage[]): TopicMessages[][] {
  const result: Map<string, Message[]>[] = [];
  const filled = new Map<string, { round: number; bytes: number }>();
  for (const { topic, partition, message } of messages) {
    const lane = `${topic}/${partition}`;
    const bytes = sizeOf(message);
    const at = filled.get(lane) ?? { round: 0, bytes: 0 };
    const fits = at.bytes === 0 || at.bytes + bytes <= BYTES_PER_PARTITION;
    const next = fits ? { round: at.round, bytes: at.bytes + bytes } : { round: at.round + 1, bytes };
    filled.set(lane, next);
    const round = (result[next.round] ??= new Map<string, Message[]>());
    const sent = round.get(topic) ?? [];
    if (sent.push({ partition, key: message.key, headers: message.headers, value: message.value }) === 1) round.set(topic, sent);
  }
  return result.map((round) => [...round].map(([topic, sent]) => ({ topic, messages: sent })));
}

/** At least what the message takes. A character is three bytes of UTF-8 at the most, and headers are short: counting them would cost more. */
function sizeOf({ key, headers, value }: OutgoingMessage['message']): number {
  let bytes = OVERHEAD + 3 * key.length + Buffer.byteLength(value);
  for (const name in headers) bytes += OVERHEAD + 3 * (name.length + (headers[name]?.length ?? 0));
  return bytes;
}
