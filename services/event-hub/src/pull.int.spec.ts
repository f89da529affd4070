import { Agent, get } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { agencyOf, authorization, operator, type Who } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { anEvent, audit, CLOSED, HubUnderTest, OPENED, type Page, statistics } from './testing/hub.ts';
import { Cursors } from './domain/cursors.ts';

/** Of a hub with another key. */
const foreign = new Cursors(Buffer.alloc(16));

const hub = new HubUnderTest();
const ids = ({ items }: Page): string[] => items.map(({ id }) => id);

describe('an operator pulls the log', () => {
  test('page by page, without a gap or a repeat; `next` is there even on an empty page, and leads to what comes after', async () => {
    const end = await hub.end();
    const events = Array.from({ length: 7 }, (_, n) => anEvent({ sequence: n + 1 }));
    await hub.happened(...events);
    const seen: string[] = [];
    let page: Page = { items: [], next: end };
    do {
      page = await hub.pull(operator, { after: page.next, limit: '3' });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...ids(page));
    } while (page.items.length > 0);
    expect(seen).toEqual(events.map(({ id }) => id));
    const [late] = await hub.happened(anEvent());
    expect(ids(await hub.pull(operator, { after: page.next }))).toEqual([late.id]);
  });

  test('a long poll answers when something comes that is wanted', async () => {
    const end = await hub.end();
    const waiting = hub.pull(operator, { after: end, types: CLOSED, wait: '30' });
    await hub.happened(anEvent());
    const [closed] = await hub.happened(anEvent({ type: CLOSED }));
    expect(ids(await waiting)).toEqual([closed.id]);
  });

  test('and when its time is over, with a cursor that has moved on', async () => {
    const end = await hub.end();
    await hub.happened(anEvent());
    const page = await hub.pull(operator, { after: end, types: CLOSED, wait: '1' });
    expect(page.items).toEqual([]);
    expect(page.next).toBe(await hub.end());
  });

  test('from a time on: also what was kept before something older that came late', async () => {
    const [before, at, after] = [Date.now() - 60_000, Date.now() - 30_000, Date.now() - 10_000];
    const fresh = anEvent({ id: uuidv7({ msecs: after }) });
    const late = anEvent({ id: uuidv7({ msecs: before }) });
    await hub.happened(fresh);
    await hub.happened(late);
    const page = await hub.pull(operator, { since: new Date(at).toISOString(), limit: '1000' });
    expect(ids(page)).toContain(fresh.id);
    expect(await hub.pull(operator, { since: '2999-01-01T00:00:00Z' })).toEqual({ items: [], next: await hub.end() });
  });

  test('of one case, however its number is written', async () => {
    const [event] = await hub.happened(anEvent());
    expect(ids(await hub.pull(operator, { subject: event.subject.toUpperCase() }))).toEqual([event.id]);
  });

  test('by attributes and a condition', async () => {
    const process = 'house-purchase';
    const [small, large] = await hub.happened(
      anEvent({ process, data: { amount: 5 } }),
      anEvent({ process, division: '440100', data: { amount: 50 } }),
    );
    expect(ids(await hub.pull(operator, { process, division: '33' }))).toEqual([small.id]);
    expect(ids(await hub.pull(operator, { process, filter: 'data.amount > 10' }))).toEqual([large.id]);
  });

  test('many times over one connection, and nothing is left hanging on it', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error): void => void warnings.push(warning);
    process.on('warning', warn);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = await authorization(operator);
    for (let n = 0; n < 20; n++) {
      await new Promise<void>((resolve, reject) =>
        get(`${hub.url}/v1/events?limit=1`, { agent, headers }, (answer) => answer.resume().once('end', resolve)).once('error', reject),
      );
    }
    agent.destroy();
    process.off('warning', warn);
    expect(warnings.filter(({ name }) => name === 'MaxListenersExceededWarning')).toEqual([]);
  });
});

describe('who reads back', () => {
  /** Page after page to the beginning of the log. */
  const back = async (as: Who, query: Record<string, string>): Promise<{ ids: string[]; head: string }> => {
    const seen: string[] = [];
    let page = await hub.pull(as, { order: 'newest', ...query });
    const { head = '' } = page;
    seen.push(...ids(page));
    while (page.hasOlder) {
      page = await hub.pull(as, { order: 'newest', ...query, before: page.next });
      seen.push(...ids(page));
    }
    return { ids: seen, head };
  };

  test('gets the newest first, page by page to the beginning, and what comes meanwhile from the head of the first page', async () => {
    const events = await hub.happened(...Array.from({ length: 7 }, () => anEvent({ process: 'read-back' })));
    const { ids: seen, head } = await back(operator, { process: 'read-back', limit: '3' });
    expect(seen).toEqual(events.map(({ id }) => id).toReversed());
    const [late] = await hub.happened(anEvent());
    expect(ids(await hub.pull(operator, { after: head }))).toEqual([late.id]);
    const all = await back(operator, { limit: '1000' });
    expect(new Set(all.ids).size).toBe(all.ids.length);
    expect(all.ids[0]).toBe(late.id);
  });

  test('gets what came before an event of the stream, without that event', async () => {
    const [one, two] = await hub.happened(anEvent(), anEvent());
    const { next } = await hub.pull(operator, { subject: two.subject });
    const page = await hub.pull(operator, { order: 'newest', before: next, limit: '1' });
    expect(ids(page)).toEqual([one.id]);
    expect(page.hasOlder).toBe(true);
  });

  test('finds by type, case and condition as who reads on does', async () => {
    const [one] = await hub.happened(anEvent({ data: { n: 7_001 } }), anEvent({ type: CLOSED }));
    expect((await back(operator, { subject: one.subject })).ids).toEqual([one.id]);
    expect((await back(operator, { types: OPENED, filter: 'data.n == 7001' })).ids).toEqual([one.id]);
  });

  test('may not have more than who reads on', async () => {
    const [seen, unseen] = await hub.happened(anEvent({ process: 'granted-back' }), anEvent({ process: 'granted-back', type: CLOSED }));
    const agency = agencyOf('read-back');
    expect((await back(agency, {})).ids).toEqual([]);
    await hub.grant(agency, { types: [OPENED], processes: ['granted-back'] });
    expect((await back(agency, {})).ids).toEqual([seen.id]);
    expect((await back(agency, { subject: unseen.subject })).ids).toEqual([]);
  });
});

describe('bad input is refused with what is wrong', () => {
  const cases: [string, number, string][] = [
    [`after=${foreign.of(1)}`, 400, 'after'],
    [`after=${foreign.of(1)}A`, 400, 'after'],
    ['after=MQ', 400, 'after'],
    ['after=moon', 400, 'after'],
    ['after=', 400, 'after'],
    ['limit=0', 400, 'limit'],
    ['limit=1001', 400, 'limit'],
    ['limit=ten', 400, 'limit'],
    ['wait=31', 400, 'wait'],
    ['order=random', 400, 'order'],
    [`order=newest&before=${foreign.of(1)}`, 400, 'before'],
    ['order=newest&wait=5', 400, 'wait'],
    ['order=newest&since=2026-11-24T00:00:00Z', 400, 'since'],
    [`before=${foreign.of(1)}`, 400, 'before'],
    ['wait=-1', 400, 'wait'],
    ['since=yesterday', 400, 'since'],
    ['subject=7', 400, 'subject'],
    ['types=nonsense', 400, 'types'],
    ['filter=data.amount%20%3E', 422, '/filters/0/cel'],
    ['filter=event.type.matches(%22a%22)', 422, '/filters/0/cel'],
  ];
  test.each(cases)('%s', async (query, status, pointer) => {
    const answer = await hub.ask<{ errors: { pointer: string }[] }>(`/v1/events?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.pointer).toContain(pointer);
  });
});

describe('an agency', () => {
  let end: string;
  beforeAll(async () => {
    end = await hub.end();
  });

  test('gets nothing without a grant', async () => {
    await hub.happened(anEvent(), anEvent({ type: CLOSED }));
    expect((await hub.pull(audit)).items).toEqual([]);
    expect((await hub.pull(audit, { types: OPENED, filter: 'true' })).items).toEqual([]);
  });

  test('without a name gets nothing at all, and nor do departments and the portal', async () => {
    for (const as of [{ actor: 'agency' as const }, { actor: 'system' as const, department: 'taxation' }, { actor: 'portal' as const }])
      expect((await hub.ask('/v1/events', { as })).status).toBe(403);
    expect((await hub.ask('/v1/events', { as: 'nobody' })).status).toBe(401);
  });

  test('gets with a grant exactly what it covers, whatever it asks for', async () => {
    await hub.grant(statistics, { types: [OPENED], processes: ['enterprise-startup'], divisions: ['3301'] });
    const [mine, ...others] = await hub.happened(
      anEvent({ data: { secret: 'no' } }),
      anEvent({ type: CLOSED }),
      anEvent({ division: '440100' }),
      anEvent({ process: 'house-purchase' }),
      anEvent({ source: 'taxation' }),
    );
    expect(ids(await hub.pull(statistics, { after: end }))).toContain(mine.id);
    for (const query of [{}, { types: [OPENED, CLOSED].join(',') }, { filter: 'true' }, { filter: 'event.type != ""' }, { limit: '1' }]) {
      const found = ids(await hub.pull(statistics, { after: end, ...(query as Record<string, string>) }));
      for (const { id } of others) expect(found).not.toContain(id);
    }
    for (const { subject } of others) expect((await hub.pull(statistics, { subject })).items).toEqual([]);
    expect((await hub.pull(audit, { after: end })).items).toEqual([]);
  });

  test('finds out nothing by a filter: the answer is the same whether what it may not have is there or not', async () => {
    const [hidden] = await hub.happened(anEvent({ type: CLOSED, data: { outcome: 'refused' } }));
    const ask = (filter: string) => hub.pull(statistics, { after: end, types: CLOSED, filter });
    expect(await ask(`event.subject == "${hidden.subject}"`)).toEqual(await ask('false'));
  });
});
