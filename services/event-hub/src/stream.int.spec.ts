import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { agencyOf, authorization, eventually, operator, tokenOf, type Who } from '@hengtong/testing';
import { anEvent, CLOSED, HubUnderTest, OPENED, SERVERS } from './testing/hub.ts';
import { Reader } from './testing/reader.ts';
import { Cursors } from './domain/cursors.ts';

/** Of a hub with another key. */
const foreign = new Cursors(Buffer.alloc(16));

const hub = new HubUnderTest();
const readers: Reader[] = [];
async function read(as: Who, query = '', last?: string): Promise<Reader> {
  const reader = await Reader.open(`${hub.url}/v1/events/stream${query}`, { as, last });
  readers.push(reader);
  return reader;
}
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

describe('a stream', () => {
  test('tells what happens from now on, each event whole, with its type and its cursor', async () => {
    await hub.happened(anEvent());
    const reader = await read(operator);
    const [event] = await hub.happened(anEvent({ data: { 名称: '杭州\n面包房' } }));
    expect(await reader.until(1)).toMatchObject([{ ...event, specversion: '1.0' }]);
    expect(reader.said.at(-1)).toMatchObject({ event: OPENED, id: await hub.end() });
  });

  test('only what is wanted', async () => {
    const reader = await read(operator, `?types=${CLOSED}&division=3301&filter=${encodeURIComponent('data.outcome == "granted"')}`);
    const closed = { type: CLOSED, data: { outcome: 'granted' } };
    const [, , , wanted] = await hub.happened(
      anEvent(),
      anEvent({ type: CLOSED, data: { outcome: 'refused' } }),
      anEvent({ ...closed, division: '440100' }),
      anEvent(closed),
    );
    expect((await reader.until(1)).map(({ id }) => id)).toEqual([wanted.id]);
  });

  test(
    'goes on behind Last-Event-ID, which wins over `after`, without a gap or a repeat across a restart of the hub',
    async () => {
      const first = await read(operator, '?filter=event.process%20%3D%3D%20%22enterprise-startup%22');
      const beginning = await hub.end();
      const events = Array.from({ length: 60 }, () => anEvent());
      await hub.happened(...events.slice(0, 20));
      const seen = [...(await first.until(20))];
      const stopped = hub.stop();
      expect(await first.ended).toBe('ended');
      expect(first.comments).toEqual(['closing: come back']);
      await stopped;
      await hub.publish(...events.slice(20, 40));
      await hub.start();
      const second = await read(operator, `?after=${beginning}`, first.last);
      await hub.happened(...events.slice(40));
      seen.push(...(await second.until(40)));
      expect(seen.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    },
    SERVERS,
  );

  test('begins in the past at a cursor or at a time', async () => {
    const end = await hub.end();
    const since = new Date().toISOString();
    const [event] = await hub.happened(anEvent());
    expect((await (await read(operator, `?after=${end}`)).until(1))[0]?.id).toBe(event.id);
    expect((await (await read(operator, `?since=${since}`)).until(1))[0]?.id).toBe(event.id);
  });

  test.each([foreign.of(1), 'moon', ''])('does not begin at %j', async (last) => {
    expect((await read(operator, '', last)).status).toBe(400);
  });

  test('is for readers alone: whoever asks only for its headers is not kept waiting', async () => {
    expect((await hub.ask('/v1/events/stream', { as: operator, method: 'HEAD' })).status).toBeLessThan(500);
  });
});

describe('a stream ends', () => {
  test('of what was granted, with the grant: nothing more comes, but the word that it is over', async () => {
    const agency = agencyOf('bureau-1');
    const { id } = await hub.grant(agency);
    const reader = await read(agency);
    const [before] = await hub.happened(anEvent());
    await reader.until(1);
    await hub.ask(`/v1/grants/${id}/end`, { as: agency, body: { reason: '统计已完成' } });
    await hub.happened(anEvent());
    const events = await reader.until(2);
    expect(events.map((each) => [each.type, each.subject])).toEqual([
      [OPENED, before.subject],
      ['gov.hengtong.grant.ended.v1', id],
    ]);
    const { id: again } = await hub.grant(agency);
    expect(again).not.toBe(id);
    const [after] = await hub.happened(anEvent());
    expect((await reader.until(3))[2]?.id).toBe(after.id);
  });

  test('when the token is over, with a word that says so and a cursor to come back with', async () => {
    // Clocks may differ by 30 s, so that it is good for 2 more.
    const token = await tokenOf(operator, '28s ago');
    const reader = await Reader.open(`${hub.url}/v1/events/stream`, { token });
    readers.push(reader);
    const [event] = await hub.happened(anEvent());
    expect(await reader.ended).toBe('ended');
    expect(reader.comments).toEqual(['your token has expired: come back with another']);
    expect(reader.events.map(({ id }) => id)).toEqual([event.id]);
    expect(await read(operator, '', reader.last)).toMatchObject({ status: 200 });
  });

  test(
    'for whoever does not read, when the hub stops: at once, and the hub does not wait for it',
    async () => {
      const from = await hub.end();
      const filler = 'x'.repeat(200_000);
      const { subject } = anEvent();
      await hub.happened(...Array.from({ length: 60 }, () => anEvent({ subject, data: { filler } })));
      const { hostname, port } = new URL(hub.url);
      const socket = connect(Number(port), hostname);
      const { authorization: token } = await authorization(operator);
      socket.write(`GET /v1/events/stream?after=${from} HTTP/1.1\r\nhost: hub\r\nauthorization: ${token}\r\n\r\n`);
      await new Promise((resolve) => socket.once('readable', resolve));
      const began = performance.now();
      await hub.stop();
      expect(performance.now() - began).toBeLessThan(5_000);
      socket.destroy();
      await hub.start();
      await eventually(async () => expect((await hub.ask('/health/ready', { as: 'nobody' })).status).toBe(200));
    },
    SERVERS,
  );
});
