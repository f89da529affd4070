import type { Database } from '../database.ts';
import { dropPartitions, makePartitions, partitionsOf, past, type PartitionedTable, type Span } from './time-partitions.ts';

export interface RetentionOptions {
  readonly database: Database;
  /** Milliseconds; more than the topics keep, and more than the longest outage to be survived. */
  readonly inbox: number;
  /** Milliseconds that published rows stay, to be looked at. */
  readonly outbox: number;
  /** Milliseconds that one partition holds. */
  readonly width: number;
  readonly log: { info(details: object, message: string): void; warn(details: object, message: string): void };
}

/** Keeps inbox and outbox from growing for ever. */
export class Retention {
  private readonly options: RetentionOptions;
  private readonly tables: readonly PartitionedTable[];
  private timer: NodeJS.Timeout | undefined;
  private maintaining: Promise<void> | undefined;
  /** Messages from before this moment (milliseconds) can not be told from ones that were taken. */
  oldest = 0;
  /** From this moment on (milliseconds) the inbox has no room yet. */
  newest = 0;

  constructor(options: RetentionOptions) {
    this.options = options;
    this.tables = [
      { name: 'inbox', retention: options.inbox, bound: (at) => `'${firstUuidOf(at)}'`, mayDrop: async () => true },
      { name: 'outbox', retention: options.outbox, bound: (at) => `'${new Date(at).toISOString()}'`, mayDrop: isPublished },
    ];
  }

  /** Runs once, so that the partitions are there, and then four times in the time that one partition holds. */
  async start(): Promise<void> {
    await this.maintain(Date.now());
    this.timer = setInterval(() => this.again(), Math.min(this.options.width / 4, 3_600_000));
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.maintaining;
  }

  private again(): void {
    this.maintaining ??= this.maintain(Date.now())
      .catch((err: unknown) => this.options.log.warn({ err }, 'partitions cannot be kept up; trying again'))
      .finally(() => (this.maintaining = undefined));
  }

  /** `now` in milliseconds since 1970. */
  async maintain(now: number): Promise<void> {
    const { database, inbox, width, log } = this.options;
    for (const table of this.tables) await makePartitions(database, table, width, now);
    const rooms = await partitionsOf(database, 'inbox');
    const gone = past(rooms, inbox, now);
    // Before they are dropped, so that no message is let in for which there is no room.
    this.oldest = Math.min(...rooms.filter((room) => !gone.includes(room)).map(({ from }) => from));
    this.newest = Math.max(...rooms.map(({ to }) => to));
    for (const table of this.tables) {
      const dropped = await dropPartitions(database, table, now);
      if (dropped > 0) log.info({ table: table.name, dropped }, 'dropped partitions that are past their retention');
    }
  }
}

/** The smallest UUIDv7 of a millisecond (RFC 9562, section 5.7). */
function firstUuidOf(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Whether the marks of all lanes have passed all rows of a partition of the outbox. */
async function isPublished(db: Database, { from, to }: Span): Promise<boolean> {
  const { rows } = await db.query(
    `select from outbox_lanes l
      where exists (select from outbox o
                     where o.lane = l.lane and o.position > l.published
                       and o.created_at >= to_timestamp($1::float8 / 1000) and o.created_at < to_timestamp($2::float8 / 1000))`,
    [from, to],
  );
  return rows.length === 0;
}
