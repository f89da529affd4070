import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import { ascending, gate, Member, numberOf, numbers, order, sending, Taken, until } from './testing/contract-tools.ts';
import { type Consumption, type EventBus, PartitionsChanged, type ReceivedMessage } from './event-bus.ts';

/** A server with nothing of this test run on it, and the ways to it. */
export interface BusServer {
  /** A bus as one more process of the service would have it. */
  connect(): EventBus;
  /** What `member.process.ts` needs to connect from a process of its own. */
  readonly address: unknown;
  /** Puts topics on the access list, where there is one, before anybody makes or uses them. */
  allow(topics: readonly string[]): Promise<void>;
  /** Writes what a client that is not ours may write: without a key, without a value, bytes that are no text. */
  writeRaw(topic: string, partition: number, record: RawRecord): Promise<void>;
  /** Takes the server away from all who use it, in the middle of what they do; the answer gives it back. */
  takeAway(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

export interface RawRecord {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string | Uint8Array>>;
  readonly value: Uint8Array | null;
}

/**
 * Milliseconds for a test in which a server starts (its launcher gives it a minute), or in which a member may be missed (one whose
 * farewell was lost keeps its partitions until its session ends).
 */
const OUTAGE = 90_000;

/** What is promised of every bus, whatever carries it. */
export function eventBusContract(name: string, setUp: () => Promise<BusServer>): void {
  describe(`the bus over ${name}`, () => {
    let server: BusServer;
    const buses: EventBus[] = [];
    const children: ChildProcess[] = [];
    const stops: (() => Promise<void>)[] = [];
    beforeAll(async () => void (server = await setUp()), OUTAGE);
    afterAll(() => server.stop(), OUTAGE);
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await Promise.all(stops.splice(0).map((stop) => stop()));
      await Promise.all(buses.splice(0).map((bus) => bus.close()));
    }, OUTAGE);

    function connect(): EventBus {
      const bus = server.connect();
      buses.push(bus);
      return bus;
    }

    /** A bus and topics of the test's own. */
    async function busWith(
      partitions: number,
      ...nouns: string[]
    ): Promise<{ bus: EventBus; topics: string[]; topic: string; group: string }> {
      const bus = connect();
      const own = randomUUID().slice(0, 8);
      const topics = (nouns.length > 0 ? nouns : ['orders']).map((noun) => `${noun}.${own}`);
      await server.allow(topics);
      await bus.ensureTopics(topics, partitions);
      return { bus, topics, topic: topics[0] ?? '', group: `group.${own}` };
    }

    async function process(
      group: string,
      topics: readonly string[],
    ): Promise<{ child: ChildProcess; taken: Taken; joined: Promise<void> }> {
      const program = fileURLToPath(new URL('./testing/member.process.ts', import.meta.url));
      const child = fork(program, [JSON.stringify({ address: server.address, group, topics })], { execArgv: [] });
      children.push(child);
      const taken = new Taken();
      const joined = new Promise<void>((resolve) => {
        child.on('message', (event: { assigned: number[] } | { taken: ReceivedMessage[] }) => {
          if ('taken' in event) taken.add(event.taken);
          else if (event.assigned.length > 0) resolve();
        });
      });
      return { child, taken, joined };
    }

    test('says which it is, the same to all', async () => {
      const identity = await connect().identity();
      expect(identity).toMatch(/^(kafka|embedded):.+/);
      expect(await connect().identity()).toBe(identity);
    });

    test('answers when it is asked how it is', async () => {
      await expect(connect().check()).resolves.toBeUndefined();
    });

    describe('topics', () => {
      test('are made once, by however many at once', async () => {
        const topics = [`a.${randomUUID()}`, `b.${randomUUID()}`];
        await server.allow(topics);
        await Promise.all([connect(), connect(), connect()].map((bus) => bus.ensureTopics(topics, 3)));
        await connect().ensureTopics(topics, 3);
        await expect(connect().publish(topics.map((topic) => ({ topic, partition: 2, message: order(1) })))).resolves.toBeUndefined();
      });

      test('keep their number of partitions', async () => {
        const { bus, topic } = await busWith(2);
        await expect(bus.ensureTopics([topic], 4)).rejects.toThrow(PartitionsChanged);
        await expect(bus.ensureTopics([topic], 4)).rejects.toThrow(`topic ${topic} has 2 partition(s), the configuration says 4`);
      });

      test('must be there to be written to', async () => {
        const topic = `none.${randomUUID()}`;
        await server.allow([topic]);
        await expect(connect().publish([{ topic, partition: 0, message: order(1) }])).rejects.toBeInstanceOf(Error);
      });
    });

    describe('messages', () => {
      test('come in the order in which they were sent, within a partition', async () => {
        const { bus, topic, group } = await busWith(3);
        const taken = new Taken();
        await bus.consume({ group, topics: [topic], take: taken.all });
        for (let call = 0; call < 20; call++) {
          await bus.publish(numbers(30).map((n) => ({ topic, partition: n % 3, message: order(call * 30 + n) })));
        }
        await until(() => taken.distinct() === 600);
        for (const partition of [0, 1, 2]) {
          expect(taken.numbers(partition)).toEqual(numbers(600).filter((n) => n % 3 === partition));
          const offsets = taken.of(partition).map(({ offset }) => BigInt(offset));
          expect(offsets).toEqual(offsets.toSorted((a, b) => (a < b ? -1 : 1)));
        }
      });

      test('that were sent before there was a consumer are kept for it, and for each group', async () => {
        const { bus, topic, group } = await busWith(1);
        await bus.publish([1, 2, 3].map((n) => ({ topic, partition: 0, message: order(n) })));
        for (const each of [group, `${group}.other`]) {
          const taken = new Taken();
          await connect().consume({ group: each, topics: [topic], take: taken.all });
          await taken.count(3);
          expect(taken.numbers()).toEqual([1, 2, 3]);
        }
      });

      test('arrive as they were sent, whatever they hold', async () => {
        const { bus, topic, group } = await busWith(1);
        const headers = { ce_subject: '企业开办 – наименование', empty: '', quoted: `"\\' {},\n`, zero: 'a\u0000b' };
        await bus.publish([
          { topic, partition: 0, message: { key: '键/1', headers, value: '{"名称":"面包房 🥖"}' } },
          { topic, partition: 0, message: { key: '', headers: {}, value: 'this is no JSON: {"' } },
          { topic, partition: 0, message: { key: 'k', headers: {}, value: '' } },
        ]);
        const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
        await server.writeRaw(topic, 0, { key: null, headers: { raw: Uint8Array.of(0xff, 0x00, 0xfe) }, value: bytes });
        await server.writeRaw(topic, 0, { key: 'k', headers: {}, value: null });

        const taken = new Taken();
        await bus.consume({ group, topics: [topic], take: taken.all });
        await taken.count(5);
        expect(taken.messages.map(({ key, value }) => [key, value && Buffer.from(value).toString('latin1')])).toEqual([
          ['键/1', Buffer.from('{"名称":"面包房 🥖"}').toString('latin1')],
          ['', 'this is no JSON: {"'],
          ['k', ''],
          [null, Buffer.from(bytes).toString('latin1')],
          ['k', null],
        ]);
        expect(taken.messages[0]?.headers).toEqual(headers);
        expect(Buffer.from(taken.messages[3]?.headers['raw'] ?? [])).toEqual(Buffer.of(0xff, 0x00, 0xfe));
      });

      test('may be large', async () => {
        const { bus, topic, group } = await busWith(1);
        const value = '横'.repeat(350_000);
        await bus.publish([1, 2, 3].map((n) => ({ topic, partition: 0, message: { ...order(n), value } })));
        const taken = new Taken();
        await bus.consume({ group, topics: [topic], take: taken.all });
        await taken.count(3);
        expect(taken.messages.map((message) => Buffer.from(message.value ?? []).toString() === value)).toEqual([true, true, true]);
      });

      test('may be many in one call', async () => {
        const { bus, topics, group } = await busWith(2, 'commands', 'events');
        const filler = 'x'.repeat(1_000);
        const message = (n: number) => ({ ...order(n), headers: { ...order(n).headers, filler } });
        await bus.publish(numbers(2_000).map((n) => ({ topic: topics[n % 2] ?? '', partition: (n >> 1) % 2, message: message(n) })));
        const taken = new Taken();
        await bus.consume({ group, topics, take: taken.all });
        await until(() => taken.distinct() === 2_000);
        for (const [t, topic] of topics.entries()) {
          for (const p of [0, 1]) expect(taken.numbers(p, topic)).toEqual(numbers(2_000).filter((n) => n % 2 === t && (n >> 1) % 2 === p));
        }
      });
    });

    describe('a consumer', () => {
      test('gets several partitions at once, and none twice at a time', async () => {
        const { bus, topics, group } = await busWith(2, 'commands', 'replies');
        await bus.publish(topics.flatMap((topic) => [0, 1].map((partition) => ({ topic, partition, message: order(1) }))));
        const allFour = gate();
        const inHand: string[] = [];
        const twice: string[] = [];
        const taken = new Taken();
        await bus.consume({
          group,
          topics,
          take: async (batch) => {
            const lane = `${batch.topic}/${batch.partition}`;
            if (inHand.includes(lane)) twice.push(lane);
            if (inHand.push(lane) === 4) allFour.open();
            await allFour.opened;
            inHand.splice(inHand.indexOf(lane), 1);
            return taken.all(batch);
          },
        });
        await taken.count(4);
        await bus.publish(numbers(200).map((n) => ({ topic: topics[n % 2] ?? '', partition: (n >> 1) % 2, message: order(n) })));
        await taken.count(204);
        expect(twice).toEqual([]);
      });

      test(
        'goes on where its group was, after a stop',
        async () => {
          const { bus, topic, group } = await busWith(2);
          await bus.publish([0, 1, 2, 3].map((n) => ({ topic, partition: n % 2, message: order(n) })));
          const before = new Taken();
          const consumer = await bus.consume({ group, topics: [topic], take: before.all });
          await before.count(4);
          await consumer.stop();
          await bus.publish([4, 5].map((n) => ({ topic, partition: n % 2, message: order(n) })));

          const after = new Taken();
          await connect().consume({ group, topics: [topic], take: after.all });
          await after.count(2);
          expect(after.numbers().toSorted(ascending)).toEqual([4, 5]);
        },
        OUTAGE,
      );

      test(
        'stops when the batch in hand is taken, and that batch does not come again',
        async () => {
          const { bus, topic, group } = await busWith(1);
          const [inHand, released] = [gate(), gate()];
          const consumer = await bus.consume({
            group,
            topics: [topic],
            take: async () => {
              inHand.open();
              await released.opened;
              return 'taken';
            },
          });
          await bus.publish([{ topic, partition: 0, message: order(1) }]);
          await inHand.opened;
          let stopped = false;
          const stopping = consumer.stop().then(() => (stopped = true));
          await bus.check();
          expect(stopped).toBe(false);
          released.open();
          await stopping;

          await bus.publish([{ topic, partition: 0, message: order(2) }]);
          const after = new Taken();
          await connect().consume({ group, topics: [topic], take: after.all });
          await after.count(1);
          expect(after.numbers()).toEqual([2]);
        },
        OUTAGE,
      );

      test('gets a batch that cannot be taken yet again and again, in order, while its other partitions go on', async () => {
        const { bus, topic, group } = await busWith(2);
        const taken = new Taken();
        const refused: number[][] = [];
        await bus.consume({
          group,
          topics: [topic],
          take: (batch) => {
            if (batch.partition === 1 || refused.length === 5) return taken.all(batch);
            refused.push(batch.messages.map(numberOf));
            return Promise.resolve('later');
          },
        });
        await bus.publish([0, 2, 4].map((n) => ({ topic, partition: 0, message: order(n) })));
        for (let n = 1; n < 60; n += 2) {
          await bus.publish([{ topic, partition: 1, message: order(n) }]);
          await until(() => taken.numbers(1).includes(n));
        }
        expect(taken.numbers(0)).toEqual([]);
        await until(() => taken.numbers(0).length === 3);
        expect(taken.numbers(0)).toEqual([0, 2, 4]);
        expect(refused.every((batch) => batch[0] === 0)).toBe(true);

        await bus.publish([{ topic, partition: 0, message: order(6) }]);
        await until(() => taken.numbers(0).includes(6));
      }, 15_000);

      test('that throws, against its promise, loses nothing either', async () => {
        const { bus, topic, group } = await busWith(1);
        const taken = new Taken();
        let thrown = false;
        const take: Consumption['take'] = (batch) => {
          if (thrown) return taken.all(batch);
          thrown = true;
          return Promise.reject(new Error('a mistake'));
        };
        await bus.consume({ group, topics: [topic], take });
        await bus.publish([1, 2].map((n) => ({ topic, partition: 0, message: order(n) })));
        await taken.count(2);
        expect(taken.numbers()).toEqual([1, 2]);
      });
    });

    describe('members of one group', () => {
      test(
        'share the partitions, the same of every topic; when one stops the other goes on for it',
        async () => {
          const { bus, topics, group } = await busWith(4, 'commands', 'replies');
          const [first, second] = [new Member(), new Member()];
          await bus.consume({ group, topics, ...first.part });
          expect(first.has).toEqual([0, 1, 2, 3]);
          const leaver = await connect().consume({ group, topics, ...second.part });
          await until(() => first.has.length === 2 && second.has.length === 2);
          expect([...first.has, ...second.has].toSorted(ascending)).toEqual([0, 1, 2, 3]);

          const send = (from: number) =>
            bus.publish(numbers(80).map((n) => ({ topic: topics[n % 2] ?? '', partition: (n >> 1) % 4, message: order(from + n) })));
          await send(0);
          await until(() => first.taken.distinct(second.taken) === 80);
          for (const member of [first, second]) {
            for (const topic of topics) expect(member.taken.partitions(topic)).toEqual(member.has);
          }

          await leaver.stop();
          await send(80);
          await until(() => first.taken.distinct(second.taken) === 160);
          expect(first.has).toEqual([0, 1, 2, 3]);
        },
        OUTAGE,
      );

      test(
        'lose nothing while one comes and goes',
        async () => {
          const { bus, topic, group } = await busWith(4);
          const [first, second] = [new Member(), new Member()];
          await bus.consume({ group, topics: [topic], ...first.part });
          let sent = 0;
          const sendSome = () => bus.publish(numbers(20).map(() => ({ topic, partition: sent % 4, message: order(sent++) })));
          for (let round = 0; round < 2; round++) {
            await sendSome();
            const guest = await connect().consume({ group, topics: [topic], ...second.part });
            await sendSome();
            await guest.stop();
            await sendSome();
          }
          await until(() => first.taken.distinct(second.taken) === sent);
          expect(sent).toBe(120);
        },
        OUTAGE,
      );

      test(
        'take over from one that was killed',
        async () => {
          const { bus, topic, group } = await busWith(2);
          const victim = await process(group, [topic]);
          await victim.joined;
          const send = (from: number) => bus.publish(numbers(10).map((n) => ({ topic, partition: n % 2, message: order(from + n) })));
          await send(0);
          await victim.taken.count(10);
          victim.child.kill('SIGKILL');

          await send(10);
          const heir = new Taken();
          await bus.consume({ group, topics: [topic], take: heir.all });
          await until(() => heir.distinct(victim.taken) === 20);
        },
        OUTAGE,
      );

      test(
        'settle again after one stood still for longer than it may',
        async () => {
          const { bus, topic, group } = await busWith(2);
          const sleeper = await process(group, [topic]);
          await sleeper.joined;
          const awake = new Member();
          await bus.consume({ group, topics: [topic], ...awake.part });
          await until(() => awake.has.length === 1);
          sleeper.child.kill('SIGSTOP');
          await until(() => awake.has.length === 2);
          sleeper.child.kill('SIGCONT');
          await until(() => awake.has.length === 1);

          await bus.publish(numbers(10).map((n) => ({ topic, partition: n % 2, message: order(n) })));
          await until(() => awake.taken.distinct(sleeper.taken) === 10);
          await sleeper.taken.count(5);
        },
        OUTAGE,
      );
    });

    describe('while the bus is away', () => {
      test(
        'what was acknowledged is kept, and consumers go on by themselves when it is back',
        async () => {
          const { bus, topic, group } = await busWith(2);
          const taken = new Taken();
          await connect().consume({ group, topics: [topic], take: taken.all });
          const sender = sending(async (call) => {
            await bus.publish([0, 1].map((partition) => ({ topic, partition, message: order(call * 2 + partition) })));
          });
          stops.push(sender.stop);
          await until(() => taken.distinct() >= 40);
          const giveBack = await server.takeAway();
          await sender.refused;
          await giveBack();
          const before = sender.sent();
          await until(() => taken.distinct() > (before + 10) * 2);
          await sender.stop();
          await until(() => taken.distinct() === sender.sent() * 2);
          for (const partition of [0, 1]) {
            expect(taken.numbers(partition)).toEqual(numbers(sender.sent()).map((call) => call * 2 + partition));
          }
        },
        OUTAGE,
      );

      test(
        'it does not say that it is well, and consume waits for it',
        async () => {
          const { bus, topic, group } = await busWith(1);
          await bus.publish([{ topic, partition: 0, message: order(1) }]);
          const late = connect();
          const giveBack = await server.takeAway();
          await expect(late.check()).rejects.toThrow('the bus does not answer');
          await expect(bus.check()).rejects.toThrow('the bus does not answer');
          await expect(bus.publish([{ topic, partition: 0, message: order(2) }])).rejects.toBeInstanceOf(Error);
          const taken = new Taken();
          const consuming = late.consume({ group, topics: [topic], take: taken.all });
          const given = connect();
          const never = given.consume({ group: `${group}.none`, topics: [topic], take: taken.all });
          const refusal = never.catch(String);
          await given.close();
          expect(await refusal).toContain('stopped before');
          await giveBack();
          await consuming;
          await until(() => taken.numbers().includes(1));
          await eventually(() => late.check(), OUTAGE);
        },
        OUTAGE,
      );
    });
  });
}
