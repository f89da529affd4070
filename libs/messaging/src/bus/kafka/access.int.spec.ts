import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { accessList, commandsTopic, DepartmentList, EVENT_HUB, eventsTopic, ORCHESTRATOR, repliesTopic } from '@hengtong/contracts';
import { kafkaAvailable, principalsOf, provisionKafka, startKafka, type LocalKafka } from '@hengtong/local';
import { partOfPage } from '@hengtong/testing';
import { parse } from 'yaml';
import type { BusLog } from '../bus-log.ts';
import type { EventBus } from '../event-bus.ts';
import { silent } from '../testing/contract-tools.ts';
import { kafkaAdministration } from './administration.ts';
import { kafkaBus } from './kafka-bus.ts';
import { kafkaClient, type KafkaCredential } from './kafka-client.ts';
import { readsOf } from './testing/reads-of.ts';

/** A real broker that asks who one is, set up as every system's is, and everybody who may try something on it. */
const repository = new URL('../../../../../', import.meta.url);
const departments = DepartmentList.parse(parse(await readFile(new URL('catalogue/departments.yaml', repository), 'utf8'))).map(
  ({ name }) => name,
);
const services = principalsOf(departments);
const topics = [
  ...departments.map((department) => commandsTopic(department)),
  ...departments.map((department) => repliesTopic(department)),
  ...services.map((service) => eventsTopic(service)),
];
const passwords = Object.fromEntries(services.map((service) => [service, `the password of ${service}`]));
const stranger = { username: 'stranger', password: 'known to the broker, and on no list' };

const available = await kafkaAvailable();
if (!available.ok && process.env.HENGTONG_REQUIRE_KAFKA === '1') throw new Error(`no Kafka broker: missing ${available.missing}`);

(available.ok ? describe : describe.skip)('who may do what on the broker', () => {
  let dataDir: string;
  let broker: LocalKafka;
  const buses: EventBus[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'hengtong-access-'));
    broker = await startKafka({ dataDir, shortLived: true });
    const connection = { brokers: broker.brokers, credential: broker.admin };
    await provisionKafka({ connection, departments, passwords, partitions: 1 });
    const administration = kafkaAdministration({ ...connection, clientId: 'test', log: silent });
    await administration.setCredentials([stranger]);
    await administration.close();
  }, 90_000);
  afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())));
  afterAll(async () => {
    await broker.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 30_000);

  const of = (username: string): KafkaCredential => ({ username, password: passwords[username] ?? '' });
  const clientOf = (credential: KafkaCredential | undefined) =>
    kafkaClient({ brokers: broker.brokers, credential, clientId: 'test', log: silent }, { retries: 0 });
  function busOf(credential: KafkaCredential | undefined, log: BusLog = silent): EventBus {
    const bus = kafkaBus({ brokers: broker.brokers, credential, clientId: 'test', log });
    buses.push(bus);
    return bus;
  }

  const refused = (error: unknown): false => {
    const { type, cause } = error as { type?: string; cause?: { type?: string } };
    if ([type, cause?.type].includes('TOPIC_AUTHORIZATION_FAILED')) return false;
    throw new Error('this is another refusal than that of the access list', { cause: error });
  };
  const writes = (bus: EventBus, topic: string) =>
    bus.publish([{ topic, partition: 0, message: { key: 'k', headers: {}, value: '{}' } }]).then(() => true);

  test('each reads and writes what is its own, and nothing else: everybody, every topic, both ways', async () => {
    const who = [...services.map((service) => of(service)), stranger];
    const found = new Map<string, string>();
    await Promise.all(
      who.map(async (credential) => {
        const [bus, reader] = [busOf(credential), await readsOf(clientOf(credential))];
        for (const topic of topics) {
          const may = [(await reader.reads(topic).catch(refused)) ? 'R' : '', (await writes(bus, topic).catch(refused)) ? 'W' : ''].join(
            '',
          );
          found.set(`${credential.username} ${topic}`, may === '' ? '–' : may);
          expect([credential.username, topic, may]).toEqual([credential.username, topic, expected(credential.username, topic)]);
        }
        await reader.close();
      }),
    );
    const made = table(found, [...services, stranger.username]);
    expect(await partOfPage(new URL('docs/security.md', repository), 'broker-matrix', made)).toBe(made);
  }, 90_000);

  test('whoever says no name, a wrong password, or a name that the broker does not know comes to nothing at all', async () => {
    for (const credential of [
      undefined,
      { ...of('taxation'), password: passwords[ORCHESTRATOR] ?? '' },
      { username: 'nobody', password: 'x' },
    ]) {
      await expect(readsOf(clientOf(credential))).rejects.toBeInstanceOf(Error);
      await expect(writes(busOf(credential), repliesTopic('taxation'))).rejects.toBeInstanceOf(Error);
      await expect(busOf(credential).identity()).rejects.toBeInstanceOf(Error);
    }
  });

  test('a service finds the bus and its topics with the rights that it has, and makes none', async () => {
    const taxation = accessList(['taxation']).find(({ principal }) => principal === 'taxation');
    const own = [...(taxation?.reads ?? []), ...(taxation?.writes ?? [])];
    const bus = busOf(of('taxation'));
    expect(await bus.identity()).toBe(await busOf(broker.admin).identity());
    await expect(bus.ensureTopics(own, 1)).resolves.toBeUndefined();
    await expect(bus.ensureTopics(own, 2)).rejects.toThrow('topic ht.commands.taxation has 1 partition(s), the configuration says 2');
    await expect(bus.ensureTopics([...own, 'ht.replies.customs'], 1)).rejects.toThrow(
      'the bus has no topic ht.replies.customs that this service may see, and its credential may not make any',
    );
  });

  /** Consumes, and says in which words that was refused for the first time. */
  async function refusalOf(credential: KafkaCredential, group: string, topic: string): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    const warn = (details: object) => {
      const { err } = details as { err?: Error };
      if (err) resolve(err.message);
    };
    const bus = busOf(credential, { ...silent, warn });
    // It tries for ever, and is stopped with its bus.
    void bus.consume({ group, topics: [topic], take: () => Promise.resolve('taken') }).catch(() => undefined);
    return promise;
  }

  test('nobody reads the commands of another as a consumer, nor takes the place of another in its group', async () => {
    expect(await refusalOf(of('housing-fund'), 'housing-fund', commandsTopic('taxation'))).toMatch(/Not authorized to access topics/);
    const own = { group: 'taxation', topics: [commandsTopic('taxation')], take: () => Promise.resolve('taken' as const) };
    await expect(busOf(of('taxation')).consume(own)).resolves.toBeDefined();
    const intruder = await readsOf(clientOf(of('housing-fund')));
    await expect(intruder.joins('taxation')).rejects.toMatchObject({ type: 'GROUP_AUTHORIZATION_FAILED' });
    await expect(intruder.joins('housing-fund')).resolves.toBeUndefined();
    await intruder.close();
  });

  test('a service can neither see nor change who may do what', async () => {
    const administration = kafkaAdministration({ brokers: broker.brokers, credential: of('taxation'), clientId: 'test', log: silent });
    await expect(administration.setAccess(accessList(['taxation']))).rejects.toThrow('Cluster authorization failed');
    await expect(administration.setCredentials([{ ...of('housing-fund'), password: 'mine now' }])).rejects.toThrow(
      'needs ALTER permission',
    );
    await administration.close();
    await expect(writes(busOf(of('housing-fund')), repliesTopic('housing-fund'))).resolves.toBe(true);
  });

  test('no password comes into the log, be it right or wrong', async () => {
    const said: unknown[] = [];
    const hear = (details: object, message: string) => void said.push(details, message, (details as { err?: unknown }).err);
    const log = { debug: hear, info: hear, warn: hear, error: hear };
    for (const password of [passwords['taxation'] ?? '', 'wr0ng-secret'])
      await busOf({ username: 'taxation', password }, log)
        .identity()
        .catch((error: unknown) => said.push(error));
    await refusalOf({ username: 'taxation', password: 'wr0ng-secret' }, 'taxation', commandsTopic('taxation'));
    const text = said.map((each) => (each instanceof Error ? `${each.stack} ${String(each.cause)}` : JSON.stringify(each))).join('\n');
    expect(text).not.toMatch(/wr0ng-secret|the password of/);
    expect(text).toMatch(/authentication failed/);
  });
});

/** The rule itself, said once more and otherwise than the access list says it (DESIGN §4, "Topics"). */
function expected(principal: string, topic: string): string {
  const [, kind, owner] = topic.split('.');
  if (kind === 'commands') return principal === ORCHESTRATOR ? 'W' : principal === owner ? 'R' : '';
  if (kind === 'replies' && principal === ORCHESTRATOR) return 'R';
  if (kind === 'events' && principal === EVENT_HUB) return owner === EVENT_HUB ? 'RW' : 'R';
  return principal === owner ? 'W' : '';
}

/** As Markdown: a line for each topic, a column for each credential. */
function table(found: ReadonlyMap<string, string>, who: readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = topics.map((topic) => line([`\`${topic}\``, ...who.map((name) => found.get(`${name} ${topic}`) ?? '')]));
  return [line(['topic', ...who]), `|${'---|'.repeat(who.length + 1)}`, ...rows].join('\n');
}
