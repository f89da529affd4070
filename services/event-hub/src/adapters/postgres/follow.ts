import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** What processes of the hub tell one another through their database: the log has grown, a grant or a subscription has changed. */
export type Channel = 'log' | 'grants' | 'subscriptions';

/**
 * Hears what is told on channels of the database, on a connection of its own, made again when it is lost. Nothing is promised to be
 * heard: who must not miss anything looks by himself from time to time as well.
 */
export class Follower {
  private readonly url: string;
  private readonly name: string;
  private readonly heard = new Map<Channel, (() => void)[]>();
  private readonly stopping = new AbortController();
  private client: Client | undefined;
  private following: Promise<void> | undefined;

  constructor(url: string, name: string) {
    this.url = url;
    this.name = name;
  }

  on(channel: Channel, hear: () => void): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), hear]);
  }

  start(): void {
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.listen().catch(() => undefined);
      await sleep(500, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the connection is lost. */
  private async listen(): Promise<void> {
    const client = (this.client = new Client({ connectionString: this.url, application_name: `${this.name} follows`, keepAlive: true }));
    const lost = new Promise<void>((resolve) => {
      // More than once: a server that ends says so first and then breaks the connection, and an error that nobody hears ends the process.
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ channel }) => this.tell(channel as Channel));
    try {
      await client.connect();
      for (const channel of this.heard.keys()) await client.query(`listen ${channel}`);
      // What was told while nobody listened.
      for (const channel of this.heard.keys()) this.tell(channel);
      await lost;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private tell(channel: Channel): void {
    for (const hear of this.heard.get(channel) ?? []) hear();
  }
}
