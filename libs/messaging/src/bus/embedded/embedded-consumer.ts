import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { backoff } from '../backoff.ts';
import type { BusLog } from '../bus-log.ts';
import type { Consumer, Consumption, Verdict } from '../event-bus.ts';
import { within } from '../within.ts';
import { received } from './received.ts';
import { Lanes } from './lanes.ts';
import { Pace } from './pace.ts';
import { claim, fetch, joinGroup, keepPlace, leaveGroup, type LogRow } from './sql/index.ts';

/** Milliseconds. How long a member that is not heard of keeps its partitions, and how often it lets itself be heard. */
const LEASE = 6_000;
const KEEP_EVERY = 1_000;
/** Of one partition in one poll. */
const MOST = { messages: 500, bytes: 1_048_576 };
const ANSWER_WITHIN = 10_000;
const STOP_WITHIN = 3_000;
/** SQLSTATE: the access list does not let this role read here. Waiting does not mend it. */
const REFUSED = '42501';

/** A member of a group: one connection and one loop that polls, hands batches over, and keeps its place. */
export class EmbeddedConsumer implements Consumer {
  private readonly url: string;
  private readonly consumption: Consumption;
  private readonly log: BusLog;
  private readonly lanes = new Lanes();
  private readonly pace = new Pace();
  private readonly stopping = new AbortController();
  private member: string | undefined;
  private share: readonly number[] = [];
  private epoch = '';
  private keepAt = 0;
  private life: Promise<void> = Promise.resolve();

  constructor(url: string, consumption: Consumption, log: BusLog) {
    this.url = url;
    this.consumption = consumption;
    this.log = log;
  }

  /** Resolves when it is a member for the first time. @throws if it may not be one, or is stopped before. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stopping.signal.addEventListener('abort', () => reject(new Error('the consumer was stopped before it had joined its group')));
      this.life = this.live(resolve, reject);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.pace.interrupt();
    await this.life;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async live(joined: () => void, refused: (error: unknown) => void): Promise<void> {
    for (let failures = 0; !this.stopped; failures++) {
      const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: ANSWER_WITHIN, query_timeout: ANSWER_WITHIN });
      // The query under way reports it too; without a listener it would end the process.
      client.on('error', (error) => this.log.debug({ err: error }, 'the connection to the bus is lost'));
      try {
        await client.connect();
        await this.takePart(client, () => {
          failures = 0;
          joined();
        });
        await within(STOP_WITHIN, this.farewell(client));
      } catch (error) {
        if ((error as { code?: string }).code === REFUSED && this.member === undefined) return refused(error);
        if (!this.stopped) this.log.warn({ err: error, group: this.consumption.group }, 'consuming was interrupted; beginning again');
        await sleep(backoff(failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      } finally {
        void client.end().catch(() => undefined);
      }
    }
    await this.lanes.settled();
  }

  /** Until it is stopped and nothing is in hand any more; up to then it keeps its place. */
  private async takePart(client: pg.Client, joined: () => void): Promise<void> {
    while (!this.stopped || !this.lanes.idle) {
      if (performance.now() >= this.keepAt) await this.keep(client);
      if (!this.stopped) {
        if (this.member === undefined) await this.join(client);
        else if (this.mayClaim()) await this.claim(client, false);
        joined();
        await this.poll(client);
      }
      await this.pace.rest();
    }
  }

  /** The bus learns how far it went, and others get its partitions. */
  private async farewell(client: pg.Client): Promise<void> {
    await this.keep(client);
    if (this.member !== undefined) await leaveGroup(client, this.consumption.group, this.member);
  }

  private async join(client: pg.Client): Promise<void> {
    const member = randomUUID();
    await joinGroup(client, this.consumption.group, member, this.consumption.topics, LEASE);
    this.member = member;
    await this.claim(client, true);
  }

  /** Renews the lease and tells how far it has come. */
  private async keep(client: pg.Client, ahead = this.lanes.ahead): Promise<void> {
    if (this.member === undefined) return;
    this.keepAt = performance.now() + KEEP_EVERY;
    const place = await keepPlace(client, this.consumption.group, this.member, LEASE, ahead);
    this.lanes.told(ahead);
    if (place) [this.share, this.epoch] = [place.share, place.epoch];
    else this.expelled();
  }

  /** Whether what it holds is not what it should, and nothing that it must give up is in hand. */
  private mayClaim(): boolean {
    return this.member !== undefined && this.lanes.partitions.join() !== this.share.join() && !this.lanes.busyOutside(this.share);
  }

  private async claim(client: pg.Client, afresh: boolean): Promise<void> {
    await this.keep(client, afresh ? [] : this.lanes.ahead);
    if (this.member === undefined) return;
    const before = this.lanes.partitions.join();
    this.lanes.hold(await claim(client, this.consumption.group, this.member), afresh);
    if (afresh || this.lanes.partitions.join() !== before) this.consumption.assigned?.(this.lanes.partitions);
  }

  private async poll(client: pg.Client): Promise<void> {
    const from = this.lanes.readable(this.share, performance.now());
    if (this.member === undefined || from.length === 0) return;
    const found = await fetch(client, this.consumption.group, this.member, from, MOST);
    if (!found) return this.expelled();
    if (found.epoch !== this.epoch) this.keepAt = 0;
    for (const rows of Map.groupBy(found.rows, ({ topic, partition }) => `${topic}/${partition}`).values()) {
      void this.lanes.give(rows, (batch) => this.take(batch))?.then(() => this.pace.interrupt());
      this.pace.busy();
    }
  }

  private async take(rows: readonly LogRow[]): Promise<Verdict> {
    try {
      return await this.consumption.take(received(rows));
    } catch (error) {
      this.log.error({ err: error, topic: rows[0]?.topic, partition: rows[0]?.partition }, 'taking a batch must not throw; it comes again');
      return 'later';
    }
  }

  private expelled(): void {
    this.log.warn({ group: this.consumption.group }, 'the lease has run out and others have gone on; joining again');
    this.member = undefined;
    this.share = [];
  }
}
