import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import {
  type CloudEvent,
  encode,
  EVENT_HUB,
  eventsTopic,
  type Grant,
  type Message,
  ORCHESTRATOR,
  type WireMessage,
} from '@hengtong/contracts';
import type { EventBus } from '@hengtong/messaging';
import { readDepartments, type Service } from '@hengtong/platform';
import {
  agencyOf,
  type Answer,
  ask,
  type Asking,
  embeddedTestBus,
  eventually,
  type FreshDatabase,
  freshDatabase,
  issuerUrl,
  operator,
  type TestBus,
  type Who,
} from '@hengtong/testing';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { serveEventHub } from '../event-hub.ts';

/** Milliseconds for what starts and stops servers. */
export const SERVERS = 60_000;

const CATALOGUE = join(import.meta.dirname, '../../../../catalogue');

/** The agency that most tests are about, and another. */
export const statistics = agencyOf('statistics');
export const audit = agencyOf('audit');

export const OPENED = 'gov.hengtong.case.opened.v1';
export const CLOSED = 'gov.hengtong.case.closed.v1';
/** Shared on condition: by the orchestrator, and by taxation. */
export const STALLED = 'gov.hengtong.case.stalled.v1';
export const TAXPAYER = 'gov.hengtong.taxpayer.registered.v1';

interface Parts {
  readonly database: FreshDatabase;
  readonly testBus: TestBus;
  readonly bus: EventBus;
  readonly pool: Pool;
  service: Service;
}

/** A page of events. */
export interface Page {
  readonly items: CloudEvent[];
  readonly next: string;
  readonly head?: string;
  readonly hasOlder?: boolean;
}

/** An event of a case in Hangzhou's Xihu district, unless told. */
export const anEvent = (more: Partial<Message> = {}): Message => ({
  id: uuidv7(),
  type: OPENED,
  source: ORCHESTRATOR,
  subject: uuidv7(),
  time: new Date().toISOString(),
  process: 'enterprise-startup',
  processversion: 1,
  division: '330106',
  data: {},
  ...more,
});

/** A time in so many milliseconds. */
export const within = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** An event hub with a database and a bus of its own, from before the first test of a file to after the last; the test is everybody else. */
export class HubUnderTest {
  private parts: Parts | undefined;
  private readonly settings: Readonly<Record<string, string>>;

  constructor(settings: Readonly<Record<string, string>> = {}) {
    this.settings = settings;
    beforeAll(async () => {
      const database = await freshDatabase('event_hub');
      const departments = await readDepartments(CATALOGUE);
      const testBus = await embeddedTestBus(EVENT_HUB, database, departments);
      const bus = testBus.connect();
      await bus.ensureTopics([ORCHESTRATOR, ...departments, EVENT_HUB].map(eventsTopic), 1);
      const pool = new Pool({ connectionString: database.url, max: 4 });
      this.parts = { database, testBus, bus, pool, service: await this.serve(database, testBus) };
    }, SERVERS);
    afterAll(async () => {
      await this.parts?.service.stop();
      await this.parts?.bus.close();
      await this.parts?.pool.end();
      await this.parts?.testBus.remove();
      await this.parts?.database.drop();
    }, SERVERS);
  }

  get url(): string {
    return this.running.service.url;
  }

  /** Its database. */
  get pool(): Pool {
    return this.running.pool;
  }

  /** Stops it, and starts it again unless it is told not to. */
  async stop(): Promise<void> {
    await this.running.service.stop();
  }

  async start(): Promise<void> {
    this.running.service = await this.serve(this.running.database, this.running.testBus);
  }

  /** Publishes events, each as its source, and does not wait for anything. */
  async publish(...events: readonly Message[]): Promise<void> {
    await this.publishBytes(...events.map((event) => ({ source: event.source, message: encode(event) })));
  }

  /** The same for what may be no message at all. */
  async publishBytes(...wires: readonly { source: string; message: WireMessage }[]): Promise<void> {
    await this.running.bus.publish(wires.map(({ source, message }) => ({ topic: eventsTopic(source), partition: 0, message })));
  }

  /** Publishes events, and waits until the hub hands them out. */
  async happened<Events extends readonly Message[]>(...events: Events): Promise<Events> {
    await this.publish(...events);
    const ids = events.map(({ id }) => id);
    for (const subject of new Set(events.map((event) => event.subject))) {
      const wanted = events.filter((event) => event.subject === subject).map(({ id }) => id);
      await eventually(async () => {
        const { items } = await this.pull(operator, { subject, limit: '1000' });
        expect(items.map(({ id }) => id).filter((id) => ids.includes(id))).toHaveLength(wanted.length);
      });
    }
    return events;
  }

  /** One page of the log. */
  async pull(as: Who, query: Record<string, string> = {}): Promise<Page> {
    const { status, body } = await this.ask<Page>(`/v1/events?${new URLSearchParams(query).toString()}`, { as });
    if (status !== 200) throw new Error(`pull was answered with ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Where the log ends. */
  async end(): Promise<string> {
    let { items, next } = await this.pull(operator, { limit: '1000' });
    while (items.length > 0) ({ items, next } = await this.pull(operator, { limit: '1000', after: next }));
    return next;
  }

  ask<Body = Record<string, unknown>>(path: string, asking: Asking = {}): Promise<Answer<Body>> {
    return ask<Body>(this.url + path, asking);
  }

  /** A grant, asked for by an agency: of opened cases, everywhere, for an hour, unless told. */
  async grant(as: Who, more: Record<string, unknown> = {}): Promise<Grant> {
    const body = { types: [OPENED], purpose: '企业开办月度统计', until: within(3_600_000), ...more };
    const answer = await this.ask<Grant>('/v1/grants', { as, body });
    if (answer.status !== 201) throw new Error(`the grant was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async serve(database: FreshDatabase, { settings }: TestBus): Promise<Service> {
    return serveEventHub({
      PORT: '0',
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
      OIDC_ISSUER: await issuerUrl(),
      RATE_LIMIT: '1000000',
      ...settings,
      ...this.settings,
    });
  }

  private get running(): Parts {
    if (!this.parts) throw new Error('not started yet');
    return this.parts;
  }
}
