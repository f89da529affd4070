import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { counted } from '../testing/sending-process.ts';
import { numbers } from '../testing/sequence.ts';
import { gate, steer } from '../testing/steered-bus.ts';
import { testService, type TestService } from '../testing/test-service.ts';
import { place } from './place.ts';

/** Milliseconds for a test in which a lease must end, or consumers join their group. */
const PATIENT = 30_000;

let service: TestService;
afterEach(() => service.close(), PATIENT);

test(
  'all that is committed comes out, once and in the order of its lane, however many write at once',
  async () => {
    service = await testService(2);
    const [one, two] = [await service.process('one', { wants: [0] }), await service.process('two', { wants: [1] })];
    const heard = await service.hear();
    const keys = [service.key(0), service.key(1), service.key(0), service.key(1)];
    await Promise.all(numbers(200).map((n) => (n % 3 === 0 ? one : two).send(keys[n % 4] ?? '', n, -n)));
    await heard.count(400);
    for (const lane of [0, 1]) expect(heard.ids(lane)).toEqual(await service.committed(lane));
    await eventually(() => expect([one.relay.unpublished, two.relay.unpublished]).toEqual([0, 0]));
  },
  PATIENT,
);

test(
  'a transaction that stays open while later ones commit loses nothing: its lane waits for it, the others go on',
  async () => {
    service = await testService(2);
    const sender = await service.process('sender');
    const heard = await service.hear();
    const client = new pg.Client({ connectionString: service.url });
    await client.connect();
    await client.query('begin');
    const key = service.key(0);
    const message = { id: uuidv7(), type: counted, source: service.name, subject: key, time: new Date().toISOString(), data: { n: 1 } };
    const messages = JSON.stringify([{ topic: service.topic, message }]);
    await place(client, 'nobody', 10, [{ lane: 0, size: 1, messages, published: 0, epoch: 0 }]);

    const other = await service.process('other', { wants: [] });
    const behind = other.send(key, 2);
    await sender.send(service.key(1), 1, 2, 3);
    await heard.count(3);
    expect(heard.numbers(0)).toEqual([]);

    await client.query('commit');
    await client.end();
    await behind;
    await sender.send(key, 3);
    await heard.count(6);
    expect(heard.ids(0)).toEqual(await service.committed(0));
    expect(heard.numbers(1)).toEqual([1, 2, 3]);
  },
  PATIENT,
);

test(
  'what the bus refuses, or acknowledges to nobody, is sent again before anything behind it',
  async () => {
    service = await testService();
    const bus = steer(service.bus());
    let calls = 0;
    const sometimes = (times: number) => () => (++calls % times === 0 ? Promise.reject(new Error('broken')) : Promise.resolve());
    Object.assign(bus, { before: sometimes(3), after: sometimes(4) });
    const sender = await service.process('sender', { bus });
    const heard = await service.hear();
    const key = service.key(0);
    for (const n of numbers(40)) await sender.send(key, n);
    await heard.count(40);
    expect(heard.firsts(0)).toEqual(await service.committed(0));
    await eventually(() => expect(sender.relay.unpublished).toBe(0));
  },
  PATIENT,
);

test(
  'while the bus is down rows pile up and are counted; when it is back all come out, from memory or from the table',
  async () => {
    service = await testService();
    const bus = steer(service.bus());
    bus.before = () => Promise.reject(new Error('down'));
    const sender = await service.process('sender', { bus });
    const key = service.key(0);
    for (const n of numbers(30)) await sender.send(key, ...numbers(50, n * 50));
    await eventually(() => expect(sender.relay.unpublished).toBe(1_500));
    bus.before = () => Promise.resolve();
    const heard = await service.hear();
    await heard.count(1_500);
    expect(heard.ids(0)).toEqual(await service.committed(0));
    await eventually(() => expect(sender.relay.unpublished).toBe(0));
  },
  PATIENT,
);

test(
  'a bus that is slow gets each row once, also those that were too many to keep in memory meanwhile',
  async () => {
    service = await testService();
    const bus = steer(service.bus());
    const slow = gate();
    bus.before = () => slow.opened;
    const sender = await service.process('sender', { bus });
    const heard = await service.hear();
    const key = service.key(0);
    await sender.send(key, 1);
    await Promise.all(numbers(25, 2).map((n) => sender.send(key, ...numbers(500, n * 500))));
    slow.open();
    await heard.count(12_501);
    expect(heard.ids(0)).toEqual(await service.committed(0));
  },
  PATIENT,
);

test(
  "another process's rows are sent although the owner has always something of its own to send",
  async () => {
    service = await testService(2);
    const bus = steer(service.bus());
    const owner = await service.process('owner', { bus });
    const other = await service.process('other', { wants: [] });
    const heard = await service.hear();
    const [busy, quiet] = [service.key(0), service.key(1)];
    let found = false;
    // Before a publish is acknowledged the next row is there: the owner never finds that it has nothing to send.
    bus.after = async () => void (found || (await owner.send(busy, 1)));
    await owner.send(busy, 1);
    await other.send(quiet, 2);
    await eventually(() => expect(heard.numbers(1)).toEqual([2]));
    found = true;
  },
  PATIENT,
);

test(
  'a message that the bus never takes holds up its own lane only',
  async () => {
    service = await testService(2);
    const bus = steer(service.bus());
    const sender = await service.process('sender', { bus });
    const heard = await service.hear();
    const [stuck, free] = [service.key(0), service.key(1)];
    const poison = 666;
    bus.before = async (messages) => {
      if (messages.some(({ message }) => message.value === JSON.stringify({ n: poison }))) throw new Error('too large');
    };
    await sender.send(stuck, poison);
    await sender.send(stuck, 1);
    for (const n of numbers(20)) await sender.send(free, n);
    await heard.count(20);
    expect(heard.numbers(0)).toEqual([]);
    expect(heard.firsts(1)).toEqual(await service.committed(1));
    await eventually(() => expect(sender.relay.unpublished).toBe(2));
  },
  PATIENT,
);

test(
  'a message for a lane that is not there is refused, not lost',
  async () => {
    service = await testService(2);
    const sender = await service.process('sender', { wants: [] });
    await (await service.database()).query('delete from outbox_lanes where lane = 1');
    expect(await sender.send(service.key(1), 1)).toMatchObject({ status: 'failed', error: { code: '23502' } });
    expect(await sender.send(service.key(0), 1)).toMatchObject({ status: 'done' });
  },
  PATIENT,
);
