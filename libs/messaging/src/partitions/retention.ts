import type { Database } from '../runner/index.ts';
import { maintainPartitions, partitionsOf, type PartitionedTable } from './time-partitions.ts';

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
    const again = (): void => void this.maintain(Date.now()).catch((err: unknown) => this.options.log.warn({ err }, 'partitions cannot be kept up; trying again'));
    this.timer = setInterval(again, Math.min(this.options.width / 4, 3_600_000));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async maintain(now: number): Promise<void> {
    const { database, width, log } = this.options;
    for (const table of this.tables) {
      const { made, dropped } = await maintainPartitions(database, table, width, now);
      if (dropped > 0) log.info({ table: table.name, made, dropped }, 'dropped partitions that are past their retention');
    }
    const inbox = await partitionsOf(database, 'inbox');
    this.oldest = Math.min(...inbox.map(({ from }) => from));
    this.newest = Math.max(...inbox.map(({ to }) => to));
  }
}

/** The smallest UUIDv7 of a millisecond (RFC 9562, section 5.7). */
function firstUuidOf(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Whether the marks of all lanes have passed all rows of a partition of the outbox. */
async function isPublished(db: Database, partition: string): Promise<boolean> {
  const { rows } = await db.query(`select 1 from ${partition} p join outbox_lanes l using (lane) where p.position > l.published limit 1`);
  return rows.length === 0;
}
