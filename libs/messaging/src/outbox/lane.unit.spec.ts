import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numbers } from '../testing/sequence.ts';
import { Lane } from './lane.ts';
import type { StoredRow } from './read-rows.ts';

/** What the database knows of one lane: its rows, the mark, and under which epoch it is owned. */
class Table {
  readonly rows: StoredRow[] = [];
  last = 0;
  mark = 0;
  epoch = 0;

  commit(size: number): StoredRow {
    this.last += size;
    const row = { position: this.last, size, messages: [] };
    this.rows.push(row);
    return row;
  }

  behind(position: number, limit: number): StoredRow[] {
    return this.rows.filter((row) => row.position > position).slice(0, limit);
  }
}

/** A process that owns the lane. */
class Owner {
  readonly lane: Lane;
  /** Committed here, and not handed over yet. */
  readonly own: StoredRow[] = [];
  /** A page that is on its way from the table, if it was asked for. */
  page: StoredRow[] | undefined;
  onItsWay: readonly StoredRow[] = [];

  constructor({ epoch, mark, last }: Table) {
    this.lane = new Lane(0, epoch, mark, last, Infinity);
  }
}

type Step = (world: World) => void;

/** A table, a bus, and the process that owns the lane. */
class World {
  readonly table = new Table();
  /** What owners before had on its way when they lost the lane: it may come out at any time. */
  readonly late: (readonly StoredRow[])[] = [];
  /** Positions as they came out, in order. */
  readonly topic: number[] = [];
  owner = new Owner(this.table);

  send(rows: readonly StoredRow[]): void {
    for (const { position, size } of rows) this.topic.push(...numbers(size, position - size + 1));
  }
}

const limits = fc.integer({ min: 1, max: 3 });
const sizes = fc.integer({ min: 1, max: 4 });

const step: fc.Arbitrary<Step> = fc.oneof(
  sizes.map(
    (size): Step =>
      ({ table, owner }) =>
        void owner.own.push(table.commit(size)),
  ),
  fc.constant<Step>(({ owner }) => {
    const row = owner.own.shift();
    if (row) owner.lane.handOver(row);
  }),
  sizes.map(
    (size): Step =>
      ({ table }) =>
        void table.commit(size),
  ),
  fc.constant<Step>(({ table, owner }) => void (owner.lane.committed = Math.max(owner.lane.committed, table.last))),
  limits.map((limit): Step => ({ table, owner: { lane, page }, owner }) => {
    if (page === undefined && lane.behind !== undefined) owner.page = table.behind(lane.behind, limit);
  }),
  fc.constant<Step>(({ owner }) => {
    owner.lane.read(owner.page ?? []);
    owner.page = undefined;
  }),
  fc.constant<Step>(({ owner }) => {
    if (owner.lane.hasRows && !owner.lane.inFlight) owner.onItsWay = owner.lane.take();
  }),
  fc.constant<Step>((world) => {
    if (!world.owner.lane.inFlight) return;
    world.send(world.owner.onItsWay);
    world.owner.lane.acknowledged();
  }),
  // Refused although it was written, refused after a part of it, or refused at once.
  limits.map((written): Step => (world) => {
    if (!world.owner.lane.inFlight) return;
    world.send(world.owner.onItsWay.slice(0, written - 1));
    world.owner.lane.refused();
  }),
  fc.constant<Step>(({ table, owner }) => void (table.mark = Math.max(table.mark, owner.lane.published))),
  fc.constant<Step>((world) => {
    if (world.owner.lane.inFlight) world.late.push(world.owner.onItsWay);
    world.table.epoch++;
    world.owner = new Owner(world.table);
  }),
  fc.constant<Step>((world) => world.send(world.late.shift() ?? [])),
);

/** Lets the owner do what is left, as the relay does when nothing disturbs it. */
function drain(world: World): void {
  const { table, owner } = world;
  const { lane } = owner;
  if (lane.inFlight) lane.refused();
  for (const row of owner.own.splice(0)) lane.handOver(row);
  lane.committed = table.last;
  while (lane.behind !== undefined || lane.hasRows) {
    if (lane.behind !== undefined) lane.read(table.behind(lane.behind, 2));
    world.send(lane.take());
    lane.acknowledged();
  }
}

test('whatever happens to a lane, its messages come out in order, none is skipped, and the mark never passes one that did not', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = new World();
      for (const take of steps) {
        take(world);
        const came = new Set(world.topic).size;
        expect(world.owner.lane.published).toBeLessThanOrEqual(came);
        expect(world.table.mark).toBeLessThanOrEqual(came);
      }
      drain(world);
      expect([...new Set(world.topic)]).toEqual(numbers(world.table.last));
      expect(world.owner.lane.published).toBe(world.table.last);
    }),
    { numRuns: 1_000 },
  );
});

test('one owner that nothing disturbs sends each message once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sizes, fc.boolean())), (commits) => {
      const world = new World();
      for (const [size, own] of commits) {
        const row = world.table.commit(size);
        if (own) world.owner.lane.handOver(row);
      }
      drain(world);
      expect(world.topic).toEqual(numbers(world.table.last));
    }),
  );
});

test('a lane that the bus does not empty keeps ten thousand messages in memory at the most, and reads the rest later', () => {
  const { lane } = new Owner(new Table());
  const table = new Table();
  for (let n = 0; n < 101; n++) lane.handOver(table.commit(100));
  expect(lane.hasRows).toBe(false);
  expect(lane.behind).toBe(0);
  expect(lane.committed).toBe(10_100);
});

test('rows that are too many do not disturb those on their way', () => {
  const { lane } = new Owner(new Table());
  const table = new Table();
  lane.handOver(table.commit(1));
  expect(lane.take()).toHaveLength(1);
  for (let n = 0; n < 101; n++) lane.handOver(table.commit(100));
  expect(lane.behind).toBe(1);
  lane.acknowledged();
  expect(lane.published).toBe(1);
  expect(lane.behind).toBe(1);
});

test('the mark of a busy lane is left to its transactions; once it has come to rest, it must be moved, and once it is, no more', () => {
  const lane = new Lane(0, 1, 0, 0, Infinity);
  const publish = (position: number): void => {
    lane.handOver({ position, size: 1, messages: [] });
    lane.take();
    lane.acknowledged();
  };
  expect(lane.look()).toBe(false);
  publish(1);
  expect(lane.look()).toBe(false);
  publish(2);
  expect(lane.look()).toBe(false);
  expect(lane.look()).toBe(true);
  lane.marked = 2;
  expect(lane.look()).toBe(false);
});
