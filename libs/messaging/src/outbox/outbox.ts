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

/** The messages that wait to be published, written in the transaction of what they tell of. */
export class Outbox {
  private readonly relay: Relay;
  private readonly partitions: number;

  constructor(relay: Relay, partitions: number) {
    this.relay = relay;
    this.partitions = partitions;
  }

  /** Writes all messages of a transaction, as its last statement. The lane of a message is the partition of its key. */
  async place(db: ClientBase, outgoing: readonly Outgoing[]): Promise<Placed | undefined> {
    if (outgoing.length === 0) return undefined;
    const messages = Map.groupBy(outgoing, ({ message }) => partitionOf(message.subject, this.partitions));
    const heldBefore = new Map<number, Lane>();
    const chunks = [...messages].map(([lane, ofLane]) => {
      const held = this.relay.held(lane);
      if (held) heldBefore.set(lane, held);
      return { lane, size: ofLane.length, messages: JSON.stringify(ofLane), published: held?.published ?? 0, epoch: held?.epoch ?? 0 };
    });
    const startedAt = performance.now();
    const lanes = await place(db, this.relay.owner, this.relay.leaseSeconds, chunks);
    return { messages, lanes, heldBefore, startedAt };
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
