import type { ClientBase } from 'pg';
import { partitionOf } from '../bus/index.ts';
import type { Outgoing } from '../unit-of-work/index.ts';
import type { Lane } from './lane.ts';
import { type LaneAfter, place } from './place.ts';
import type { Relay } from './relay.ts';

/** What a transaction has written, to be told to the relay once it is committed. */
export interface Placed {
  readonly messages: ReadonlyMap<number, readonly Outgoing[]>;
  readonly lanes: readonly LaneAfter[];
  readonly heldBefore: ReadonlyMap<number, Lane>;
  readonly startedAt: number;
}

/**
 * Bytes of the largest message, as it is stored. A bus that refused one would hold up its lane for ever, so it is refused before it is
 * committed. Kafka's topics take 2 MiB (src/bus/kafka/topics.ts); what a message needs beside its text is less than the difference.
 */
const LARGEST = 2_000_000;

/** More than a bus can carry: what is that large belongs in a store of documents, and a reference to it in the message. */
export class MessageTooLarge extends Error {
  override name = 'MessageTooLarge';
  readonly code = 'message.too-large';
  constructor(type: string, bytes: number) {
    super(`a message of type ${type} is ${(bytes / 1e6).toFixed(1)} MB large; ${LARGEST / 1e6} MB is the most`);
  }
}

/** The messages that wait to be published, written in the transaction of what they tell of. */
export class Outbox {
  private readonly relay: Relay;
  private readonly partitions: number;

  constructor(relay: Relay, partitions: number) {
    this.relay = relay;
    this.partitions = partitions;
  }

  /**
   * Writes all messages of a transaction, as its last statement. The lane of a message is the partition of its key.
   * @throws {MessageTooLarge}, or what JSON says, at once and not by the promise: the statements before are on their way with the commit.
   */
  place(db: ClientBase, outgoing: readonly Outgoing[]): Promise<Placed> | undefined {
    if (outgoing.length === 0) return undefined;
    const messages = Map.groupBy(outgoing, ({ message }) => partitionOf(message.subject, this.partitions));
    const heldBefore = new Map<number, Lane>();
    const chunks = [...messages].map(([lane, ofLane]) => {
      const held = this.relay.held(lane);
      if (held) heldBefore.set(lane, held);
      return { lane, size: ofLane.length, messages: text(ofLane), published: held?.published ?? 0, epoch: held?.epoch ?? 0 };
    });
    const startedAt = performance.now();
    const placing = place(db, this.relay.owner, this.relay.leaseSeconds, chunks);
    return placing.then((lanes) => ({ messages, lanes, heldBefore, startedAt }));
  }

  /** Hands over what is committed now. What is in a lane that another process owns is left to it. */
  committed({ messages, lanes, heldBefore, startedAt }: Placed): void {
    for (const { lane, last, owner, epoch } of lanes) {
      const held = heldBefore.get(lane);
      if (!held || owner !== this.relay.owner || epoch !== held.epoch) continue;
      const ofLane = messages.get(lane) ?? [];
      this.relay.enqueue(held, { position: last, size: ofLane.length, messages: ofLane }, startedAt);
    }
  }
}

/** JSON of the messages, each with its body, which is written once for the outbox and for the bus. @throws {MessageTooLarge} */
function text(messages: readonly Outgoing[]): string {
  const texts = messages.map(({ topic, message: { data: _, ...context }, body }) => {
    const json = `{"topic":${JSON.stringify(topic)},"message":${JSON.stringify(context).slice(0, -1)},"data":${body}}}`;
    // UTF-8 needs three bytes at the most for what is one unit of a string's length.
    const bytes = json.length * 3 > LARGEST ? Buffer.byteLength(json) : 0;
    if (bytes > LARGEST) throw new MessageTooLarge(context.type, bytes);
    return json;
  });
  return `[${texts.join(',')}]`;
}
