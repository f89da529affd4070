import { encode } from '@hengtong/contracts';
import type { ClientBase } from 'pg';
import { partitionOf } from '../bus/index.ts';
import type { Outgoing } from '../unit-of-work/index.ts';
import type { Lane, Queued } from './lane.ts';
import { type LaneAfter, type OutboxRow, place } from './place.ts';
import type { Relay } from './relay.ts';

/** What a transaction has written, to be told to the relay once it is committed. */
export interface Placed {
  readonly rows: readonly OutboxRow[];
  readonly messages: readonly Outgoing[];
  readonly headers: readonly Readonly<Record<string, string>>[];
  readonly lanes: readonly LaneAfter[];
  readonly heldBefore: ReadonlyMap<number, Lane>;
  readonly startedAt: number;
}

/** The rows that wait to be published, written in the transaction of what they tell of. */
export class Outbox {
  private readonly relay: Relay;
  private readonly partitions: number;

  constructor(relay: Relay, partitions: number) {
    this.relay = relay;
    this.partitions = partitions;
  }

  /** Writes all messages of a transaction, as its last statement. The lane of a message is the partition of its key. */
  async place(db: ClientBase, messages: readonly Outgoing[]): Promise<Placed | undefined> {
    if (messages.length === 0) return undefined;
    const counts = new Map<number, number>();
    const wires = messages.map(({ message }) => encode(message));
    const rows = wires.map((wire, index): OutboxRow => {
      const lane = partitionOf(wire.key, this.partitions);
      const ordinal = counts.get(lane) ?? 0;
      counts.set(lane, ordinal + 1);
      return { lane, ordinal, topic: messages[index]?.topic ?? '', key: wire.key, headers: JSON.stringify(wire.headers), value: wire.value };
    });
    const heldBefore = new Map<number, Lane>();
    const use = [...counts].map(([lane, count]) => {
      const held = this.relay.held(lane);
      if (held) heldBefore.set(lane, held);
      return { lane, rows: count, published: held?.published ?? 0, epoch: held?.epoch ?? 0 };
    });
    const startedAt = performance.now();
    const lanes = await place(db, this.relay.owner, this.relay.leaseSeconds, use, rows);
    return { rows, messages, headers: wires.map((wire) => wire.headers), lanes, heldBefore, startedAt };
  }

  /** Hands over what is committed now. Rows of a lane that another process owns are left to it. */
  committed({ rows, headers, lanes, heldBefore, startedAt }: Placed): void {
    const queued = new Map<number, Queued[]>();
    const after = new Map(lanes.map((lane) => [lane.lane, lane]));
    for (const [index, { lane, ordinal, topic, key, value }] of rows.entries()) {
      const { first, epoch } = after.get(lane) as LaneAfter;
      const row = { lane, epoch, position: first + ordinal, topic, wire: { key, headers: headers[index] ?? {}, value } };
      const others = queued.get(lane);
      if (others) others.push(row);
      else queued.set(lane, [row]);
    }
    for (const [lane, rowsOfLane] of queued) {
      const held = heldBefore.get(lane);
      const { owner, epoch } = after.get(lane) as LaneAfter;
      if (held && owner === this.relay.owner && epoch === held.epoch) this.relay.enqueue(held, rowsOfLane, this.relay.holdsUntil(startedAt));
    }
  }
}
