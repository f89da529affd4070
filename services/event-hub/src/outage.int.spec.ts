import { expect, test } from '@jest/globals';
import { operator } from '@hengtong/testing';
import { anEvent, HubUnderTest, SERVERS } from './testing/hub.ts';
import { Reader } from './testing/reader.ts';

const hub = new HubUnderTest();

/** As when the server is killed: every connection of the hub breaks at once, whatever it was doing. */
const breakConnections = (): Promise<unknown> =>
  hub.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'event-hub%'`,
  );

test(
  'goes on when all connections to its database break, again and again: nothing is lost, and readers stay',
  async () => {
    const reader = await Reader.open(`${hub.url}/v1/events/stream`, { as: operator });
    const events = Array.from({ length: 10 }, () => anEvent());
    for (const event of events) {
      await hub.publish(event);
      await breakConnections();
    }
    await hub.happened(anEvent());
    const seen = (await reader.until(events.length)).map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining(events.map(({ id }) => id)));
    reader.close();
  },
  SERVERS,
);
