import { afterEach, expect, test } from '@jest/globals';
import { hengtong } from '../hengtong.ts';
import { cursorOf, eventOf } from '../testing/events.ts';
import { endServers, serveJson } from '../testing/serve.ts';

afterEach(endServers);

const token = (): Promise<string> => Promise.resolve('token');

/** A log of so many events, in pages. */
const log = (count: number) =>
  serveJson(({ path }) => {
    const query = new URL(path, 'http://hub').searchParams;
    const from = Number((query.get('after') ?? 'c0').slice(1));
    const to = Math.min(from + Number(query.get('limit') ?? 100), count);
    return { body: { items: Array.from({ length: to - from }, (_, index) => eventOf(from + 1 + index)), next: cursorOf(to) } };
  });

test('pulls page after page, to the end of the log', async () => {
  const hub = await log(5);
  const { events } = hengtong({ eventHubUrl: hub.url, token });
  const pages = [];
  for await (const page of events.iterate({ limit: 2, filters: { process: 'enterprise-startup' } })) pages.push(page);
  expect(pages.map(({ items, next }) => [items.length, next])).toEqual([
    [2, 'c2'],
    [2, 'c4'],
    [1, 'c5'],
  ]);
  expect(hub.asked.map(({ path }) => path)).toEqual(
    ['', '&after=c2', '&after=c4', '&after=c5'].map((after) =>
      after === ''
        ? '/v1/events?process=enterprise-startup&limit=2&wait=0'
        : `/v1/events?process=enterprise-startup${after}&limit=2&wait=0`,
    ),
  );
});

test('begins where it is told, and waits at the end if it is to follow', async () => {
  const hub = await log(3);
  const { events } = hengtong({ eventHubUrl: hub.url, token });
  expect(await events.pull({ after: 'c2', wait: 1 })).toMatchObject({ items: [{ id: eventOf(3).id }], next: 'c3' });
  for await (const { next } of events.iterate({ since: '2026-11-24T00:00:00Z', follow: true })) if (next === 'c3') break;
  expect(hub.asked.at(-1)?.path).toBe('/v1/events?since=2026-11-24T00%3A00%3A00Z&wait=30');
});

test('a page without what is wanted is not the end of the log: it goes on from where that page came to', async () => {
  const pages = [
    { items: [], next: 'c20000' },
    { items: [eventOf(1)], next: 'c20001' },
    { items: [], next: 'c20001' },
  ];
  const hub = await serveJson((_asked, before) => ({ body: pages[before] }));
  const { events } = hengtong({ eventHubUrl: hub.url, token });
  const nexts = [];
  for await (const { next } of events.iterate({ after: 'c1' })) nexts.push(next);
  expect(nexts).toEqual(['c20001']);
});
