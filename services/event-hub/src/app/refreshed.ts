import type { Channel, Follower } from '../adapters/postgres/follow.ts';

/** Milliseconds after which is read anew though nothing was heard. */
const LOOK = 5_000;

/** What a process holds in memory of a table: read at the start, whenever a change is told, and every 5 seconds. */
export class Refreshed {
  private readonly read: () => Promise<void>;
  private readonly log: { warn(details: object, message: string): void };
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(read: () => Promise<void>, log: Refreshed['log']) {
    this.read = read;
    this.log = log;
  }

  async start(follower: Follower, channel: Channel): Promise<void> {
    await this.read();
    follower.on(channel, () => void this.refresh());
    this.timer = setInterval(() => void this.refresh(), LOOK);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reading;
  }

  /** Reads anew, after what is being read. */
  refresh(): Promise<void> {
    return (this.reading = this.reading
      .then(this.read)
      .catch((err: unknown) => this.log.warn({ err }, 'the database cannot be read; what was read last stays')));
  }
}
