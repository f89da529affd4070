import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase, type MessagingDatabase, messagingDatabase } from '@hengtong/testing';
import { LanesChanged, makeLanes } from './make-lanes.ts';

let fresh: FreshDatabase;
let database: MessagingDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('lanes');
  database = await messagingDatabase(fresh.url, 'lanes');
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const lanes = async (): Promise<number[]> =>
  (await database.query<{ lane: number }>('select lane from outbox_lanes order by lane')).rows.map(({ lane }) => lane);

test('there are as many lanes as partitions; another number is refused once a message is in one, and makes none', async () => {
  await makeLanes(database, 4);
  expect(await lanes()).toEqual([0, 1, 2, 3]);
  await makeLanes(database, 2);
  expect(await lanes()).toEqual([0, 1]);
  await database.query('update outbox_lanes set last = 1 where lane = 1');
  await makeLanes(database, 2);
  for (const other of [1, 3]) {
    const refused = makeLanes(database, other);
    await expect(refused).rejects.toThrow(LanesChanged);
    await expect(refused).rejects.toThrow('Set BUS_PARTITIONS=2');
    expect(await lanes()).toEqual([0, 1]);
  }
});
