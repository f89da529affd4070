import { randomBytes } from 'node:crypto';
import { commandsTopic, eventsTopic } from '@hengtong/contracts';
import { freshDatabase, messagingDatabase, type MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { type EventBus, partitionOf } from '../bus/index.ts';
import { Retention } from '../partitions/index.ts';
import { type Cuttable, cuttable } from './cuttable.ts';
import { Heard } from './heard.ts';
import { type SendingProcess, type SendingProcessOptions, silent, startSending } from './sending-process.ts';
import { type BusAddress, connectTo, testBus } from './test-bus.ts';

export interface ProcessOptions extends Partial<Pick<SendingProcessOptions, 'bus' | 'database' | 'wants' | 'leaseSeconds'>> {}

/** A service of a test's own: a database and a topic that nobody else uses. */
export interface TestService {
  readonly name: string;
  readonly topic: string;
  /** What it is asked to do comes in here, from the orchestrator. */
  readonly commands: string;
  readonly url: string;
  readonly busAddress: BusAddress;
  /** A database port of one more process, open until the test ends. */
  database(name?: string, url?: string): Promise<MessagingDatabase>;
  /** A way to the database that can be cut. */
  wire(): Promise<Cuttable>;
  /** The bus as one more process has it, open until the test ends. */
  bus(): EventBus;
  /** Starts one more process. It is stopped when the test ends. */
  process(name: string, options?: ProcessOptions): Promise<SendingProcess>;
  /** All that comes out at the topic, from its beginning. */
  hear(): Promise<Heard>;
  /** Ids of all messages that a lane of the outbox holds, by position. */
  committed(lane: number): Promise<string[]>;
  /** Who owns the lanes, and how many messages of them are not marked as published. */
  lanes(): Promise<{ owners: (string | null)[]; unpublished: number }>;
  /** A key whose messages go into this lane. */
  key(lane: number): string;
  /** Has something closed when the test ends, before all that was there before it. */
  atEnd(close: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/** A day: no test but those of retention lives to see a partition dropped. */
const DAY = 86_400_000;

export async function testService(partitions = 1): Promise<TestService> {
  const name = `test-${randomBytes(4).toString('hex')}`;
  const topic = eventsTopic(name);
  const commands = commandsTopic(name);
  const fresh = await freshDatabase(name);
  const { address, remove } = await testBus(fresh, [topic, commands]);
  const closing: (() => Promise<unknown>)[] = [];
  const database: TestService['database'] = async (as = name, url = fresh.url) => {
    const opened = await messagingDatabase(url, as);
    closing.push(() => opened.close());
    return opened;
  };
  const wire: TestService['wire'] = async () => {
    const made = await cuttable(fresh.url);
    closing.push(() => made.close());
    return made;
  };
  const bus: TestService['bus'] = () => {
    const made = connectTo(address);
    closing.push(() => made.close());
    return made;
  };
  const shared = await database();
  const sharedBus = bus();
  await shared.query(`insert into outbox_lanes (lane) select generate_series(0, $1::int - 1)`, [partitions]);
  await new Retention({ database: shared, inbox: 35 * DAY, outbox: 7 * DAY, width: DAY, log: silent }).maintain(Date.now());
  await sharedBus.ensureTopics([topic, commands], partitions);

  return {
    name,
    topic,
    commands,
    url: fresh.url,
    busAddress: address,
    database,
    wire,
    bus,
    async process(as, options = {}) {
      const port = options.database ?? (await database(as));
      const process = startSending({ bus: sharedBus, ...options, service: name, topic, name: as, database: port, partitions });
      closing.push(() => process.relay.stop(1_000));
      return process;
    },
    hear: () => Heard.from(sharedBus, topic),
    async committed(lane) {
      const { rows } = await shared.query<{ messages: string }>(`select messages from outbox where lane = $1 order by position`, [lane]);
      return rows.flatMap(({ messages }) => (JSON.parse(messages) as { message: { id: string } }[]).map(({ message }) => message.id));
    },
    async lanes() {
      const { rows } = await shared.query<{ owner: string | null; unpublished: number }>(
        `select owner, (last - published)::int as unpublished from outbox_lanes order by lane`,
      );
      return { owners: rows.map(({ owner }) => owner), unpublished: rows.reduce((sum, row) => sum + row.unpublished, 0) };
    },
    key: (lane) => {
      for (;;) {
        const key = uuidv7();
        if (partitionOf(key, partitions) === lane) return key;
      }
    },
    atEnd: (close) => void closing.push(close),
    async close() {
      for (const close of closing.reverse()) await close();
      await remove();
      await fresh.drop();
    },
  };
}
