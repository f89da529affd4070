import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseSummary, DeadLetter, Problem, ProcessVersion } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import type { ServiceState } from './app/service-states.ts';
import { SERVERS, type TestBrowser, TestConsole } from './testing/console.ts';
import { reply } from './testing/stand-in.ts';

let console: TestConsole;
let browser: TestBrowser;
beforeAll(async () => {
  console = await TestConsole.start();
  browser = await console.signedIn();
}, SERVERS);
afterAll(() => console.stop(), SERVERS);
afterEach(() => {
  for (const service of [console.orchestrator, console.taxation]) {
    service.got.splice(0);
    service.answer = () => ({});
  }
});

test('services say how they are, at once; one that cannot be reached is down, one that hangs is slow, then down, and holds nobody up', async () => {
  console.orchestrator.answer = ({ url }, response) =>
    url === '/metrics'
      ? void response.end('# HELP\nhengtong_intake_lag_seconds 2.5\n')
      : { status: 'ready', checks: { database: { status: 'ok' } } };
  console.taxation.answer = () => undefined;
  const begun = performance.now();
  const { body } = await browser.get<object[]>('/api/services');
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(body).toEqual([
    expect.objectContaining({
      name: 'orchestrator',
      kind: 'orchestrator',
      ready: 'up',
      lag: 2.5,
      checks: { database: { status: 'ok' } },
    }),
    expect.objectContaining({ name: 'event-hub', kind: 'event-hub', ready: 'down', checks: {} }),
    expect.objectContaining({ name: 'taxation', kind: 'department', title: { zh: '税务局', en: 'Taxation' }, ready: 'slow' }),
    expect.objectContaining({ name: 'identity', kind: 'identity', ready: 'up' }),
  ]);
  expect(body[0]).not.toHaveProperty('url');
  const officer = await (await console.signedIn('zhou.yan')).get<object[]>('/api/services');
  for (const item of officer.body) expect(item).not.toHaveProperty('lag');

  const taxation = async () => (await browser.get<ServiceState[]>('/api/services')).body.find(({ name }) => name === 'taxation')?.ready;
  await eventually(async () => expect(await taxation()).toBe('down'));
  console.taxation.answer = () => ({ status: 'ready', checks: {} });
  await eventually(async () => expect(await taxation()).toBe('up'));
  console.taxation.answer = (_got, response) =>
    void setTimeout(() => reply(response, 503, { status: 'unavailable', checks: { database: { status: 'failed' } } }), 1_500);
  await eventually(async () => expect(await taxation()).toBe('slow'));
  await eventually(async () => expect(await taxation()).toBe('down'));
});

describe('a saved view', () => {
  const view = { screen: 'cases', name: '税务停滞', query: 'status=stalled&department=taxation' };

  test('is its owner’s, who alone sees it and deletes it', async () => {
    const saved = await browser.send<{ id: string }>('POST', '/api/views', view);
    expect(saved).toMatchObject({ status: 201, body: { ...view, owner: 'sun.tao', shared: false } });
    const other = await console.signedIn('gao.jie');
    expect((await other.get<{ items: object[] }>('/api/views')).body.items).toEqual([]);
    const address = `/api/views/${saved.body.id}`;
    expect((await other.send('DELETE', address)).status).toBe(404);
    expect((await browser.send('DELETE', address)).status).toBe(204);
    expect((await browser.send('DELETE', address)).status).toBe(404);
  });

  test('that is shared is seen by all, by screen, and still is its owner’s', async () => {
    const { body } = await browser.send<{ id: string }>('POST', '/api/views', { ...view, shared: true });
    const other = await console.signedIn('zhou.yan');
    expect((await other.get<{ items: object[] }>('/api/views?screen=cases')).body.items).toEqual([
      expect.objectContaining({ id: body.id }),
    ]);
    expect((await other.get<{ items: object[] }>('/api/views?screen=stream')).body.items).toEqual([]);
    expect(await other.send<Problem>('DELETE', `/api/views/${body.id}`)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('sun.tao') },
    });
    await browser.send('DELETE', `/api/views/${body.id}`);
  });

  test('of which something is wrong is refused, and what is said', async () => {
    for (const wrong of [{ ...view, name: ' ' }, { ...view, screen: '../x' }, { ...view, colour: 'red' }, { ...view, query: 'a\0b' }, {}])
      expect((await browser.send('POST', '/api/views', wrong)).status).toBe(400);
  });
});

describe('dead letters', () => {
  const letterAt = (minute: number): DeadLetter => ({
    id: uuidv7({ msecs: Date.UTC(2026, 10, 24, 9, minute) }),
    bus: 'kafka:x',
    topic: 'ht.commands.taxation',
    partition: 0,
    offset: String(minute),
    status: 'waiting',
    code: 'handler.failed',
    reason: 'not well',
    headers: {},
    bytes: 2,
    recordedAt: '2026-11-24T09:00:00.000Z',
  });

  /** Pages as a service gives them. */
  const pagesOf =
    (letters: readonly DeadLetter[]) =>
    ({ url }: { url: string }) => {
      const query = new URL(url, 'http://service').searchParams;
      const after = query.get('after');
      const last = after === null ? undefined : (JSON.parse(Buffer.from(after, 'base64url').toString()) as string);
      const behind = letters.toSorted((a, b) => (a.id < b.id ? 1 : -1)).filter(({ id }) => last === undefined || id < last);
      const items = behind.slice(0, Number(query.get('limit')));
      return { items, ...(behind.length > items.length && { next: 'more' }) };
    };

  interface Letters {
    readonly items: readonly (DeadLetter & { service: string })[];
    readonly next?: string;
    readonly missing: readonly string[];
  }

  test('of all services are one list, newest first, page by page; who is away is named on each', async () => {
    const [ours, theirs] = [[1, 4, 5, 8].map(letterAt), [2, 3, 6, 7, 9].map(letterAt)];
    [console.orchestrator.answer, console.taxation.answer] = [pagesOf(ours), pagesOf(theirs)];
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await browser.get<Letters>(`/api/dead-letters?limit=2&status=waiting${after}`);
      expect(body.missing).toEqual(['event-hub']);
      seen.push(...body.items.map(({ offset, service }) => `${offset} ${service}`));
      if (body.next === undefined) break;
      after = `&after=${body.next}`;
    }
    const of = (minute: number) => `${minute} ${[1, 4, 5, 8].includes(minute) ? 'orchestrator' : 'taxation'}`;
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map(of));
    expect(console.taxation.got.at(-1)?.url).toContain('status=waiting');
  });

  test('of one service are asked of that one', async () => {
    console.taxation.answer = pagesOf([letterAt(1)]);
    const { body } = await browser.get<Letters>('/api/dead-letters?service=taxation&q=well');
    expect(body).toMatchObject({ items: [{ service: 'taxation' }], missing: [] });
    expect(console.taxation.last.url).toContain('q=well');
    expect(console.orchestrator.got).toEqual([]);
    expect((await browser.get('/api/dead-letters?service=nobody')).status).toBe(404);
  });

  test('are counted over all', async () => {
    const count = { status: 'waiting', topic: 't', code: 'c', count: 3, oldest: '2026-11-24T09:00:00.000Z' };
    console.orchestrator.answer = () => ({ items: [count] });
    console.taxation.answer = (_got, response) => reply(response, 500, {});
    const { body } = await browser.get('/api/dead-letters/summary?code=c');
    expect(body).toEqual({ items: [{ ...count, service: 'orchestrator' }], missing: ['event-hub', 'taxation'] });
    expect(console.orchestrator.last.url).toBe('/v1/dead-letters/summary?code=c');
  });

  test('are not for officers', async () => {
    expect((await (await console.signedIn('zhou.yan')).get('/api/dead-letters')).status).toBe(403);
    expect(console.taxation.got).toEqual([]);
  });
});

describe('cases as CSV', () => {
  const aCase = (more: Partial<CaseSummary>): CaseSummary => ({
    id: uuidv7(),
    code: 'HT-1',
    process: 'enterprise-startup',
    version: 1,
    division: '330106',
    status: 'running',
    openedAt: '2026-11-24T09:00:00.000Z',
    updatedAt: '2026-11-24T09:00:00.000Z',
    now: [],
    ...more,
  });

  const startup: ProcessVersion = {
    process: 'enterprise-startup',
    version: 1,
    title: { zh: '企业开办', en: 'Starting an enterprise' },
    digest: '0',
    loadedAt: '2026-11-24T09:00:00.000Z',
    definition: { steps: [{ name: 'tax', title: { zh: '税务登记', en: 'Tax registration' } }] },
  };

  const rawCsv = async (path: string): Promise<{ bytes: Buffer; answer: Response }> => {
    const answer = await browser.go(path);
    return { bytes: Buffer.from(await answer.arrayBuffer()), answer };
  };

  test('are all of the filter, page by page, for spreadsheets that know neither UTF-8 nor what not to run', async () => {
    const pages: Record<string, object> = {
      '': { items: [aCase({ reference: '=HYPERLINK("http://elsewhere.example")' }), aCase({ reference: '面包,"房"' })], next: 'two' },
      two: {
        items: [
          aCase({ reference: '@SUM(1)', status: 'closed', outcome: 'granted', closedAt: '2026-11-24T09:01:00.000Z' }),
          aCase({
            reference: '-1',
            now: [{ step: 'tax', department: 'taxation', status: 'requested', since: '2026-11-24T09:00:00.000Z' }],
          }),
        ],
      },
    };
    console.orchestrator.answer = ({ url }) =>
      url === '/v1/processes/enterprise-startup/versions/1'
        ? startup
        : pages[new URL(url, 'http://service').searchParams.get('after') ?? ''];
    const { bytes, answer } = await rawCsv('/api/exports/cases.csv?status=running&status=closed&q=%E9%9D%A2&limit=1');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="cases-\d{8}-\d{4}\.csv"$/);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('编号,事项,版本,状态,结果,行政区划,申请人业务号,现在在哪里,受理时间,最近进展,办结时间,ID');
    expect(lines[1]).toMatch(/^HT-1,企业开办,1,/);
    expect(lines[1]).toContain(`,"'=HYPERLINK(""http://elsewhere.example"")",`);
    expect(lines[2]).toContain(',"面包,""房""",');
    expect(lines[3]).toContain(`已办结,准予,330106,'@SUM(1),`);
    expect(lines[4]).toContain(`,'-1,税务局: 税务登记,`);
    expect(console.orchestrator.got.map(({ url }) => url)).toEqual([
      '/v1/cases?status=running&status=closed&q=%E9%9D%A2&limit=200',
      '/v1/processes/enterprise-startup/versions/1',
      '/v1/cases?status=running&status=closed&q=%E9%9D%A2&limit=200&after=two',
    ]);
  });

  test('have their first line in English for those who ask for it', async () => {
    console.orchestrator.answer = () => ({ items: [] });
    const { bytes } = await rawCsv('/api/exports/cases.csv?lang=en');
    expect(bytes.toString('utf8')).toMatch(/^\uFEFFCode,Process,/);
    expect(console.orchestrator.last.url).toBe('/v1/cases?limit=200');
  });

  test('say times in the zone that is asked for, that of the country unless told', async () => {
    const line = aCase({ openedAt: '2026-11-24T17:30:05.123Z', updatedAt: '2026-11-24T17:30:05.123Z' });
    console.orchestrator.answer = ({ url }, response) => (url.startsWith('/v1/processes') ? reply(response, 404, {}) : { items: [line] });
    expect((await rawCsv('/api/exports/cases.csv')).bytes.toString('utf8')).toContain(',2026-11-25 01:30:05,2026-11-25 01:30:05,');
    expect((await rawCsv('/api/exports/cases.csv?zone=UTC')).bytes.toString('utf8')).toContain(',2026-11-24 17:30:05,');
    expect(console.orchestrator.last.url).not.toContain('zone');
    expect(await browser.get<Problem>('/api/exports/cases.csv?zone=Mars')).toMatchObject({ status: 400 });
  });

  test('name things by their ids where their version is not to be had', async () => {
    const line = aCase({ now: [{ step: 'tax', department: 'taxation', status: 'requested', since: '2026-11-24T09:00:00.000Z' }] });
    console.orchestrator.answer = ({ url }, response) => (url.startsWith('/v1/processes') ? reply(response, 404, {}) : { items: [line] });
    const { bytes } = await rawCsv('/api/exports/cases.csv');
    expect(bytes.toString('utf8')).toMatch(/\r\nHT-1,enterprise-startup,1,.*,税务局: tax,/);
  });

  test('of a filter that the orchestrator does not take are its problem, not a file', async () => {
    const problem = { type: 'https://hengtong.dev/problems/invalid-parameter', title: 'x', status: 400, detail: 'status must be one of …' };
    console.orchestrator.answer = (_got, response) => reply(response, 400, problem);
    const { status, body } = await browser.get<Problem>('/api/exports/cases.csv?status=nope');
    expect({ status, detail: body.detail }).toEqual({ status: 400, detail: 'status must be one of …' });
  });

  test('break off when the orchestrator goes away in the middle', async () => {
    console.orchestrator.answer = ({ url }, response) => {
      if (url.includes('after=')) return void response.destroy();
      return { items: Array.from({ length: 200 }, () => aCase({})), next: 'two' };
    };
    await expect(rawCsv('/api/exports/cases.csv')).rejects.toThrow('terminated');
  });
});
