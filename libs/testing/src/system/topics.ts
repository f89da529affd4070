import { accessList, decode, type Message, type WireMessage } from '@hengtong/contracts';
import { embeddedBus, type EventBus, kafkaBus, type ReceivedMessage } from '@hengtong/messaging';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from '../eventually.ts';
import type { RunningSystem } from './running-system.ts';

/** A message as it lies on its topic; `read` gives what it says. */
export interface OnTopic {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  read(): Message;
}

/** All topics of a system, read from their beginning. */
export interface Topics {
  /** Everything so far, in the order of each partition. */
  readonly messages: readonly OnTopic[];
  /** The messages of one case so far. */
  of(caseId: string): OnTopic[];
  /** Waits until `look` neither throws nor rejects. */
  until<T>(look: () => T, within?: number): Promise<T>;
  /** Writes to a topic, as only its one writer should. */
  write(topic: string, message: WireMessage): Promise<void>;
  stop(): Promise<void>;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Milliseconds that a message may take to be seen. */
const WITHIN = 60_000;

/** Begins to read all topics of a system. */
export async function readTopics(system: RunningSystem): Promise<Topics> {
  const topics = accessList(Object.keys(system.departments)).flatMap(({ writes }) => writes);
  const { kafka } = system;
  const bus = kafka
    ? kafkaBus({ brokers: kafka.brokers, credential: kafka.admin, clientId: 'test', log: silent })
    : await asSuperuser(system, topics);
  const messages: OnTopic[] = [];
  await bus.consume({
    group: `test-${uuidv7()}`,
    topics,
    take: async (batch) => {
      messages.push(...batch.messages.map(onTopic));
      return 'taken';
    },
  });
  return {
    messages,
    of: (caseId) => messages.filter(({ headers }) => headers['ce_subject'] === caseId),
    until: (look, within = WITHIN) => eventually(look, within),
    write: (topic, message) => bus.publish([{ topic, partition: 0, message }]),
    stop: () => bus.close(),
  };
}

/** The embedded bus, on which the superuser may do as little as anybody who is not on the access list. */
async function asSuperuser({ postgres }: RunningSystem, topics: readonly string[]): Promise<EventBus> {
  const url = new URL('/ht_bus', postgres.adminUrl).href;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(
    `insert into bus.access (role, topic, may) select session_user, topic, may from unnest($1::text[]) topic, unnest('{read,write}'::text[]) may
     on conflict do nothing`,
    [topics],
  );
  await admin.end();
  return embeddedBus({ url, log: silent });
}

function onTopic({ topic, partition, offset, key, headers, value }: ReceivedMessage): OnTopic {
  const texts = Object.entries(headers).map(
    ([name, header]) => [name, header === undefined ? '' : Buffer.from(header).toString()] as const,
  );
  return {
    topic,
    partition,
    offset,
    key,
    headers: Object.fromEntries(texts),
    body: Buffer.from(value ?? []).toString(),
    read: () => decode(headers, value),
  };
}
