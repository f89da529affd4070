import { backoff } from '../backoff.ts';
import type { Verdict } from '../event-bus.ts';
import type { LogRow, ReadFrom, TakenUpTo } from './sql/index.ts';

/** One topic's partition, as its reader sees it. */
interface Lane {
  readonly topic: string;
  readonly partition: number;
  next: string;
  day: string;
  /** Settled when the batch in hand is; undefined when none is. */
  inHand: Promise<void> | undefined;
  failures: number;
  notBefore: number;
  /** Taken further than the bus has been told. */
  ahead: boolean;
}

/** What a member reads: where it is in each of its lanes, what is in hand, and what must wait. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  /** Which partitions are held. */
  get partitions(): number[] {
    return [...new Set(this.all.map(({ partition }) => partition))].toSorted((a, b) => a - b);
  }

  private get all(): Lane[] {
    return [...this.lanes.values()];
  }

  /** Holds exactly these: lanes that were held before stay where they are, unless all is to begin from what the bus knows. */
  hold(places: readonly TakenUpTo[], afresh: boolean): void {
    const before = new Map(this.lanes);
    this.lanes.clear();
    for (const { topic, partition, next } of places) {
      const key = keyOf(topic, partition);
      const was = before.get(key);
      const lane =
        was && !afresh ? was : { topic, partition, next, day: '-infinity', inHand: undefined, failures: 0, notBefore: 0, ahead: false };
      this.lanes.set(key, lane);
      // A batch of the membership before is still in hand: nothing of that lane is taken beside it.
      if (was?.inHand && lane !== was) void this.occupy(lane, was.inHand);
    }
  }

  /** Where to read on: lanes that have nothing in hand, need not wait, and are not about to be given up. */
  readable(share: readonly number[], now: number): ReadFrom[] {
    return this.all.filter((lane) => !lane.inHand && lane.notBefore <= now && share.includes(lane.partition));
  }

  /** Whether a lane that is not in the share has a batch in hand. */
  busyOutside(share: readonly number[]): boolean {
    return this.all.some(({ inHand, partition }) => inHand && !share.includes(partition));
  }

  /** Gives a batch to be taken; what comes of it decides where its lane goes on, and when. */
  give(rows: readonly LogRow[], take: (rows: readonly LogRow[]) => Promise<Verdict>): Promise<void> | undefined {
    const last = rows.at(-1);
    const lane = last && this.lanes.get(keyOf(last.topic, last.partition));
    if (!lane) return undefined;
    const taking = take(rows).then((verdict) => {
      if (verdict === 'taken') Object.assign(lane, { next: String(BigInt(last.offset) + 1n), day: last.day, ahead: true, failures: 0 });
      else lane.notBefore = performance.now() + backoff(lane.failures++);
    });
    return this.occupy(lane, taking);
  }

  /** What the bus has not been told yet. */
  get ahead(): TakenUpTo[] {
    return this.all.filter(({ ahead }) => ahead).map(({ topic, partition, next }) => ({ topic, partition, next }));
  }

  /** The bus knows these now. */
  told(places: readonly TakenUpTo[]): void {
    for (const { topic, partition, next } of places) {
      const lane = this.lanes.get(keyOf(topic, partition));
      if (lane?.next === next) lane.ahead = false;
    }
  }

  get idle(): boolean {
    return this.all.every(({ inHand }) => !inHand);
  }

  async settled(): Promise<void> {
    await Promise.all(this.all.flatMap(({ inHand }) => inHand ?? []));
  }

  private occupy(lane: Lane, until: Promise<void>): Promise<void> {
    lane.inHand = until.finally(() => (lane.inHand = undefined));
    return lane.inHand;
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;
