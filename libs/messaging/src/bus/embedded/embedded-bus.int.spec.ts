import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestServers, testPostgresUrl } from '@hengtong/testing';
import { silent } from '../testing/contract-tools.ts';
import { type BusServer, eventBusContract } from '../event-bus.contract.ts';
import type { EventBus, OutgoingMessage, ReceivedBatch } from '../event-bus.ts';
import { embeddedBus, type Principal, setUpEmbeddedBus } from './embedded-bus.ts';

/** A bus's database of a suite's own, with roles that may log in. */
interface BusDatabase {
  readonly database: string;
  readonly admin: pg.Client;
  roleNamed(name: string): Promise<string>;
  urlOf(role: string): string;
  allow(...principals: Principal[]): Promise<void>;
  drop(): Promise<void>;
}

async function busDatabase(): Promise<BusDatabase> {
  const stopServers = await startTestServers(['postgres']);
  const adminUrl = testPostgresUrl();
  const admin = await open(adminUrl);
  const own = randomUUID().slice(0, 8);
  const database = `bus_${own}`;
  const roles: string[] = [];
  return {
    database,
    admin,
    roleNamed: async (name) => {
      const role = `${name}_${own}`;
      await admin.query(`create role ${role} login password 'secret'`);
      roles.push(role);
      return role;
    },
    urlOf: (role) => Object.assign(new URL(adminUrl), { username: role, password: 'secret', pathname: `/${database}` }).href,
    allow: (...principals) => setUpEmbeddedBus({ adminUrl, database, principals }),
    drop: async () => {
      await admin.query(`drop database ${database} with (force)`);
      for (const role of [...roles, `${database}_owner`]) await admin.query(`drop role ${role}`);
      await admin.end();
      await stopServers();
    },
  };
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // Tests cut connections.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function setUp(): Promise<BusServer> {
  const { database, admin, ...bus } = await busDatabase();
  const role = await bus.roleNamed('contract');
  const topics: string[] = [];
  const allow = async (more: readonly string[]) => {
    topics.push(...more);
    await bus.allow({ role, reads: topics, writes: topics });
  };
  await allow([]);
  const url = bus.urlOf(role);
  return {
    address: { url },
    connect: () => embeddedBus({ url, log: silent }),
    allow,
    writeRaw: async (topic, partition, { key, headers, value }) => {
      const json = Object.fromEntries(
        Object.entries(headers).map(([name, header]) => [
          name,
          typeof header === 'string' ? header : { base64: Buffer.from(header).toString('base64') },
        ]),
      );
      const foreign = await open(url);
      const values = [[topic], [partition], [key], [JSON.stringify(json)], [value && Buffer.from(value)]];
      await foreign.query('select bus.publish($1, $2, $3, $4, $5)', values);
      await foreign.end();
    },
    takeAway: async () => {
      await admin.query(`alter database ${database} allow_connections false`);
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [database]);
      return async () => void (await admin.query(`alter database ${database} allow_connections true`));
    },
    stop: bus.drop,
  };
}

eventBusContract('PostgreSQL', setUp);

describe('the log in PostgreSQL', () => {
  let log: BusDatabase;
  let writer: string;
  let reader: string;
  const buses: EventBus[] = [];
  const clients: pg.Client[] = [];
  const topic = 'ht.events.log';

  beforeAll(async () => {
    log = await busDatabase();
    [writer, reader] = [await log.roleNamed('writer'), await log.roleNamed('reader')];
    await log.allow(
      { role: writer, reads: [], writes: [topic, 'ht.events.many'] },
      { role: reader, reads: [topic, 'ht.events.many'], writes: [] },
    );
    await busOf(writer).ensureTopics([topic, 'ht.events.many'], 4);
  });
  afterEach(async () => {
    await Promise.all([...buses.splice(0).map((bus) => bus.close()), ...clients.splice(0).map((client) => client.end())]);
  });
  afterAll(() => log.drop());

  function busOf(role: string): EventBus {
    const bus = embeddedBus({ url: log.urlOf(role), log: silent });
    buses.push(bus);
    return bus;
  }

  /** As `role`, past the bus: what somebody with the password may try. */
  async function clientOf(role: string): Promise<pg.Client> {
    const client = await open(log.urlOf(role));
    clients.push(client);
    return client;
  }

  /** Reads all from the beginning until something that is waited for has come. */
  async function read(of: string, isLast: (values: string[]) => boolean): Promise<Map<number, string[]>> {
    const got = new Map<number, string[]>();
    const { promise, resolve } = Promise.withResolvers<void>();
    const take = ({ partition, messages }: ReceivedBatch) => {
      got.set(partition, [...(got.get(partition) ?? []), ...messages.map(({ value }) => Buffer.from(value ?? []).toString())]);
      if (isLast([...got.values()].flat())) resolve();
      return Promise.resolve('taken' as const);
    };
    await busOf(reader).consume({ group: randomUUID(), topics: [of], take });
    await promise;
    return got;
  }

  const message = (value: string, partition = 0): OutgoingMessage => ({ topic, partition, message: { key: 'k', headers: {}, value } });
  const appending = `select bus.publish(array['${topic}'], array[0], array['k'], array['{}'], array[$1::bytea])`;

  test('a transaction that commits late loses nothing, whoever has committed meanwhile', async () => {
    const bus = busOf(writer);
    const slow = await clientOf(writer);
    await slow.query('begin');
    await slow.query(appending, ['slow']);
    const behind = bus.publish([message('behind'), message('beside', 1)]);
    await bus.publish([message('elsewhere', 2)]);
    const reading = read(topic, (values) => values.includes('last'));
    await read(topic, (values) => values.includes('elsewhere'));
    await slow.query('commit');
    await behind;
    await bus.publish([message('last')]);
    expect((await reading).get(0)).toEqual(['slow', 'behind', 'last']);
  });

  test('a transaction that is rolled back leaves no gap', async () => {
    const given = await clientOf(writer);
    const offsets = `select "offset"::int from bus.log join bus.topics t on t.id = topic_id where t.topic = '${topic}' and partition = 0 order by 1`;
    await given.query('begin');
    await given.query(appending, ['never']);
    await given.query('rollback');
    await busOf(writer).publish([message('after')]);
    const owner = await open(Object.assign(new URL(testPostgresUrl()), { pathname: `/${log.database}` }).href);
    clients.push(owner);
    const { rows } = await owner.query<{ offset: number }>(offsets);
    expect(rows.map(({ offset }) => offset)).toEqual(rows.map((_, index) => index));
  });

  test('many writers to several partitions at once neither wait in a circle nor leave gaps', async () => {
    const writers = [busOf(writer), busOf(writer), busOf(writer)];
    const partitions = [0, 1, 2, 3];
    await Promise.all(
      writers.flatMap((bus, who) =>
        Array.from({ length: 40 }, (_, call) => {
          const order = call % 2 === 0 ? partitions : partitions.toReversed();
          return bus.publish(order.map((partition) => ({ ...message(`${who}/${call}`, partition), topic: 'ht.events.many' })));
        }),
      ),
    );
    const got = await read('ht.events.many', (values) => values.length === 480);
    for (const partition of partitions) expect(new Set(got.get(partition)).size).toBe(120);
  });

  test('a connection that is cut is made again, with the same place in the group', async () => {
    const values: string[] = [];
    const assignments: (readonly number[])[] = [];
    const first = Promise.withResolvers<void>();
    const last = Promise.withResolvers<void>();
    await busOf(reader).consume({
      group: randomUUID(),
      topics: ['ht.events.many'],
      take: ({ messages }) => {
        values.push(...messages.map(({ value }) => Buffer.from(value ?? []).toString()));
        first.resolve();
        if (values.includes('after the cut')) last.resolve();
        return Promise.resolve('taken');
      },
      assigned: (partitions) => void assignments.push(partitions),
    });
    await first.promise;
    await log.admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = $1`, [reader]);
    await busOf(writer).publish([{ ...message('after the cut'), topic: 'ht.events.many' }]);
    await last.promise;
    expect(assignments).toEqual([[0, 1, 2, 3]]);
    expect(values.filter((value) => value === 'after the cut')).toHaveLength(1);
  });

  describe('the access list', () => {
    const none = () => Promise.resolve('taken' as const);

    test('keeps who may not write from writing, and who may not read from reading', async () => {
      await expect(busOf(reader).publish([message('x')])).rejects.toThrow(`${reader} may not write topic ${topic}`);
      await expect(busOf(writer).consume({ group: randomUUID(), topics: [topic], take: none })).rejects.toThrow(
        `${writer} may not read topic ${topic}`,
      );
      await expect(busOf(writer).ensureTopics(['ht.events.other'], 4)).rejects.toThrow(
        `${writer} has nothing to do with topic ht.events.other`,
      );
    });

    test('lets nobody into the group of another', async () => {
      const group = randomUUID();
      await busOf(reader).consume({ group, topics: [topic], take: none });
      const intruder = await clientOf(writer);
      await expect(intruder.query(`select bus.join_group($1, $2, '{}', 60000)`, [group, randomUUID()])).rejects.toThrow(
        `group ${group} belongs to ${reader}`,
      );
    });

    test('keeps a group for its role, also before that has come', async () => {
      const [mine, theirs] = [randomUUID(), randomUUID()];
      const topics = [topic, 'ht.events.many'];
      await log.allow(
        { role: writer, reads: [], writes: topics, groups: [theirs] },
        { role: reader, reads: topics, writes: [], groups: [mine] },
      );
      const squatter = await clientOf(writer);
      await expect(squatter.query(`select bus.join_group($1, $2, '{}', 60000)`, [mine, randomUUID()])).rejects.toThrow(
        `group ${mine} belongs to ${reader}`,
      );
    });

    test('moves no place of a group for another role, even one that knows its members', async () => {
      const [group, member] = [randomUUID(), randomUUID()];
      const owner = await clientOf(reader);
      await owner.query(`select bus.join_group($1, $2, $3, 60000)`, [group, member, [topic]]);
      await owner.query(`select bus.claim($1, $2)`, [group, member]);
      const intruder = await clientOf(writer);
      await intruder.query(`select bus.keep_place($1, $2, 1, $3, '{0}', '{1000000}')`, [group, member, [topic]]);
      expect((await intruder.query(`select * from bus.claim($1, $2)`, [group, member])).rows).toEqual([]);
      const { rows } = await owner.query<{ next_offset: string }>(`select next_offset from bus.claim($1, $2) where partition = 0`, [
        group,
        member,
      ]);
      expect(rows).toEqual([{ next_offset: '0' }]);
    });

    test('gives a member no message of a topic that it may not read', async () => {
      const spy = await clientOf(writer);
      const [group, member] = [randomUUID(), randomUUID()];
      await spy.query(`select bus.join_group($1, $2, '{}', 60000)`, [group, member]);
      const { rows } = await spy.query<{ value: Buffer | null }>(
        `select value from bus.fetch($1, $2, $3, '{0}', '{0}', '{-infinity}', 10, 1000)`,
        [group, member, [topic]],
      );
      expect(rows).toEqual([{ value: null }]);
    });

    test.each([
      'table bus.log',
      'table bus.access',
      `insert into bus.access values (session_user, 'x', 'read')`,
      'select bus.roll(now()::date)',
    ])('cannot be gone round by: %s', async (statement) => {
      await expect((await clientOf(writer)).query(statement)).rejects.toThrow('permission denied');
    });
  });

  test('days that are past keeping are dropped, and reading goes on at what is left', async () => {
    const owner = await open(Object.assign(new URL(testPostgresUrl()), { pathname: `/${log.database}` }).href);
    clients.push(owner);
    await owner.query(`create table bus.log_20200101 partition of bus.log for values from ('2020-01-01') to ('2020-01-02')`);
    await owner.query(`update bus.partitions set next_offset = next_offset + 1 where partition = 3`);
    await owner.query(
      `insert into bus.log select topic_id, 3, next_offset - 1, '2020-01-01', 'k', '{}', 'old' from bus.partitions where partition = 3`,
    );
    await log.allow({ role: writer, reads: [], writes: [topic] }, { role: reader, reads: [topic], writes: [] });
    const { rows } = await owner.query(
      `select to_regclass('bus.log_20200101') as old, count(*)::int as left from bus.log where value = 'old'`,
    );
    expect(rows).toEqual([{ old: null, left: 0 }]);
    await busOf(writer).publish([message('new', 3)]);
    expect((await read(topic, (values) => values.includes('new'))).get(3)).toEqual(['new']);
  });
});
