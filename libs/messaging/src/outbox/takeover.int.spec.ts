import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import type { Database } from '../database.ts';
import type { SendingProcess } from '../testing/sending-process.ts';
import { numbers, runs } from '../testing/sequence.ts';
import { gate, steer } from '../testing/steered-bus.ts';
import { testService, type TestService } from '../testing/test-service.ts';

/** Milliseconds for a test in which a lease must end, or consumers join their group. */
const PATIENT = 30_000;
/** In a test where nobody may wait for it to end. */
const LONG_LEASE = 600;

let service: TestService;
afterEach(() => service.close(), PATIENT);

/** Sends 1, 2, 3 … one after another until the database is away or `over` says so; gives the last number that was tried. */
async function count(sender: SendingProcess, key: string, over: () => boolean = () => false): Promise<number> {
  for (let n = 1; ; n++) if ((await sender.send(key, n)).status !== 'done' || over()) return n;
}

/** The database of a process that can be made to stand still: what it asks is asked only when it goes on. */
function pausable(database: Database): Database & { pause(): () => void } {
  let running = Promise.resolve();
  return {
    isTransient: (error) => database.isTransient(error),
    transaction: (work) => running.then(() => database.transaction(work)),
    query: <Row extends object>(text: string, values?: readonly unknown[]) => running.then(() => database.query<Row>(text, values)),
    pause() {
      const { opened, open } = gate();
      running = opened;
      return open;
    },
  };
}

const ownedBy = (...owners: (string | null)[]): Promise<void> =>
  eventually(async () => expect((await service.lanes()).owners).toEqual(owners));

test(
  'an owner whose connections are cut in mid-flow, but not for good, goes on with its lane: each row once',
  async () => {
    service = await testService();
    const sender = await service.process('sender');
    const database = await service.database('cutter');
    const heard = await service.hear();
    const key = service.key(0);
    let cuts = 0;
    const sending = count(sender, key, () => cuts === 1);
    await heard.count(20);
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'sender%'`);
    cuts = 1;
    await sending;
    await eventually(async () => expect((await sender.send(key, 1_000)).status).toBe('done'));
    const committed = await service.committed(0);
    await heard.count(committed.length);
    expect(heard.ids(0)).toEqual(committed);
  },
  PATIENT,
);

test(
  'an owner whose connections are cut for good is followed by another: nothing is lost, all comes first in order, and a repeat never after what the heir has sent',
  async () => {
    service = await testService();
    const wire = await service.wire();
    const cut = await service.process('cut', { leaseSeconds: 3, database: await service.database('cut', wire.url) });
    await ownedBy('cut');
    const heir = await service.process('heir', { leaseSeconds: 3 });
    const heard = await service.hear();
    const key = service.key(0);
    const sending = count(cut, key);
    await heard.count(50);
    wire.cut();
    const last = await sending;
    // The last one is committed, or not: the connection was cut before the answer.
    for (const n of numbers(50, last + 1)) await heir.send(key, n);

    const committed = await service.committed(0);
    await heard.count(committed.length);
    expect(heard.firsts(0)).toEqual(committed);
    const inTable = new Map(committed.map((id, position) => [id, position]));
    const [ofCut = [], ofHeir = [], ...more] = runs(heard.ids(0).map((id) => inTable.get(id) ?? -1));
    expect(more).toEqual([]);
    expect(ofHeir[0] ?? 0).toBeLessThanOrEqual(ofCut.length);
  },
  PATIENT,
);

test(
  'an owner that stood still for longer than its lease sends nothing afterwards',
  async () => {
    service = await testService();
    const database = pausable(await service.database('sleeper'));
    const bus = steer(service.bus());
    const sleeper = await service.process('sleeper', { leaseSeconds: 3, database, bus });
    await ownedBy('sleeper');
    const heir = await service.process('heir', { leaseSeconds: 3 });
    const heard = await service.hear();
    const key = service.key(0);
    const [sent, acknowledged] = [gate(), gate()];
    bus.after = () => {
      sent.open();
      return acknowledged.opened;
    };
    await sleeper.send(key, 1, 2);
    await sent.opened;
    await sleeper.send(key, 3);
    await sleeper.send(key, 4);
    const goOn = database.pause();

    await ownedBy('heir');
    await heir.send(key, 5);
    await heard.count(5);
    goOn();
    acknowledged.open();
    await eventually(() => expect(sleeper.relay.held(0)).toBeUndefined());
    await sleeper.send(key, 6);
    await heard.count(6);
    expect(bus.calls).toHaveLength(1);
    expect(heard.numbers(0)).toEqual([1, 2, 1, 2, 3, 4, 5, 6]);
  },
  PATIENT,
);

test(
  'an owner that stood still for longer than its lease goes on if nobody has taken its lane',
  async () => {
    service = await testService();
    const database = pausable(await service.database('sleeper'));
    const bus = steer(service.bus());
    const sleeper = await service.process('sleeper', { leaseSeconds: 3, database, bus });
    await ownedBy('sleeper');
    const [sent, acknowledged] = [gate(), gate()];
    bus.after = () => {
      sent.open();
      return acknowledged.opened;
    };
    const key = service.key(0);
    await sleeper.send(key, 1);
    await sent.opened;
    await sleeper.send(key, 2);
    const goOn = database.pause();
    const free = await service.database();
    await eventually(async () => {
      const { rows } = await free.query(`select from outbox_lanes where lease_until < clock_timestamp()`);
      expect(rows).toHaveLength(1);
    });
    acknowledged.open();
    goOn();
    const heard = await service.hear();
    await heard.count(2);
    expect(heard.numbers(0)).toEqual([1, 2]);
  },
  PATIENT,
);

test(
  'a stop sends what is left and gives the lanes back at once',
  async () => {
    service = await testService(2);
    const leaver = await service.process('leaver', { leaseSeconds: LONG_LEASE });
    await ownedBy('leaver', 'leaver');
    const heir = await service.process('heir', { leaseSeconds: LONG_LEASE });
    const keys = [service.key(0), service.key(1)];
    await Promise.all(numbers(60).map((n) => leaver.send(keys[n % 2] ?? '', n)));
    await leaver.relay.stop(5_000);
    expect(await service.lanes()).toEqual({ owners: expect.anything(), unpublished: 0 });
    await ownedBy('heir', 'heir');
    await Promise.all(keys.map((key) => heir.send(key, 61)));
    const heard = await service.hear();
    await heard.count(62);
    for (const lane of [0, 1]) expect(heard.ids(lane)).toEqual(await service.committed(lane));
  },
  PATIENT,
);

test(
  'a lane changes hands although there is always something to be sent in it',
  async () => {
    service = await testService();
    const bus = steer(service.bus());
    const before = await service.process('before', { bus, leaseSeconds: LONG_LEASE });
    await ownedBy('before');
    const after = await service.process('after', { leaseSeconds: LONG_LEASE });
    const key = service.key(0);
    let n = 0;
    // Whenever the owner hears that all it knows of is sent, there is one more.
    bus.after = async () => void (await after.send(key, ++n));
    await after.send(key, ++n);
    await eventually(() => expect(bus.calls.length).toBeGreaterThan(2));
    before.relay.want([]);
    await ownedBy('after');
    await after.send(key, ++n);
    const heard = await service.hear();
    await heard.count(n);
    expect(heard.ids(0)).toEqual(await service.committed(0));
  },
  PATIENT,
);

test(
  'a stop takes its time and no more when the bus does not answer, and keeps the lane in which it has not heard what became of a row',
  async () => {
    service = await testService(2);
    const bus = steer(service.bus());
    const sender = await service.process('sender', { bus, leaseSeconds: LONG_LEASE });
    await ownedBy('sender', 'sender');
    const [sent, acknowledged] = [gate(), gate()];
    bus.before = () => {
      sent.open();
      return acknowledged.opened;
    };
    await sender.send(service.key(1), 1);
    await sent.opened;
    const started = performance.now();
    await sender.relay.stop(500);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await service.lanes()).owners).toEqual([null, 'sender']);
    acknowledged.open();
  },
  PATIENT,
);

test(
  'a stop takes its time and no more when the database does not answer',
  async () => {
    service = await testService();
    const database = pausable(await service.database('sender'));
    const sender = await service.process('sender', { database });
    await ownedBy('sender');
    const goOn = database.pause();
    const started = performance.now();
    await sender.relay.stop(500);
    expect(performance.now() - started).toBeLessThan(2_000);
    goOn();
  },
  PATIENT,
);
