import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase, type MessagingDatabase, messagingDatabase } from '@hengtong/testing';
import { bindToBus, BoundElsewhere, sentAgain } from './bus-binding.ts';

let fresh: FreshDatabase;
let database: MessagingDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('binding');
  database = await messagingDatabase(fresh.url, 'binding');
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test('a database keeps to its bus, and what is owed to a new one is owed until it was sent', async () => {
  const [old, other] = ['kafka:one', 'embedded:two'];
  expect(await bindToBus(database, old, false)).toEqual({ rebound: false });
  expect(await bindToBus(database, old, true)).toEqual({ rebound: false });
  const refused = bindToBus(database, other, false);
  await expect(refused).rejects.toThrow(BoundElsewhere);
  await expect(refused).rejects.toThrow('works with the bus kafka:one, but the configuration names embedded:two');
  expect(await bindToBus(database, other, true)).toEqual({ rebound: true });
  expect(await bindToBus(database, other, false)).toEqual({ rebound: true });
  await sentAgain(database);
  expect(await bindToBus(database, other, true)).toEqual({ rebound: false });
});
