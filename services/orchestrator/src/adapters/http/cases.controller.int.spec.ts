import { describe, expect, test } from '@jest/globals';
import { type Case, caseEvents, type CaseSummary, OpenCase, type Problem } from '@hengtong/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { v7 as uuidv7 } from 'uuid';
import { Backbone } from '../../testing/backbone.ts';
import type { Answer } from '../../testing/rest.ts';
import { exampleCase } from './example-case.ts';

describe('cases by REST', () => {
  const backbone = new Backbone();
  const { input } = exampleCase;

  /** All that is expected of an answer to bad input: nothing was opened, and each fault has its place and a sentence. */
  async function refuses(body: unknown, status: number, errors: Record<string, RegExp>): Promise<Problem> {
    const before = await countCases();
    const answer = await backbone.rest.post('/v1/cases', body);
    expect(await countCases()).toBe(before);
    isProblem(answer, status, errors);
    return answer.body;
  }

  async function countCases(): Promise<number> {
    return (await backbone.rest.list<CaseSummary>('/v1/cases', { limit: '200' })).length;
  }

  test('the example of the documentation is accepted, and its answer says where the case is', async () => {
    expect(OpenCase.parse(exampleCase)).toEqual(exampleCase);
    const { status, headers, body } = await backbone.rest.open(exampleCase);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/cases/${body.id}`);
    expect(body).toMatchObject({
      ...exampleCase,
      version: 1,
      status: 'running',
      steps: { register: { status: 'requested' }, tax: { status: 'waiting' } },
    });
    const shown = await backbone.rest.get<Case>(headers.get('location') ?? '');
    expect(shown).toMatchObject({ status: 200, body });
  });

  test('are described by a document that is valid OpenAPI 3.1, with that example in it', async () => {
    const { body } = await backbone.rest.get<{ openapi: string; paths: Record<string, Record<string, object>> }>('/openapi.json');
    expect(await new Validator().validate(structuredClone(body))).toEqual({ valid: true });
    expect(body.openapi).toBe('3.1.0');
    expect(Object.entries(body.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))).toEqual([
      'post /v1/cases',
      'get /v1/cases',
      'get /v1/cases/{id}',
      'get /v1/cases/{id}/events',
      'post /v1/cases/{id}/disclosures',
      'get /v1/cases/{id}/disclosures',
      'get /v1/flows',
      'get /v1/processes',
      'get /v1/processes/{id}/versions/{version}',
      'get /v1/processes/{id}/versions/{version}/figures',
      'get /v1/dead-letters',
      'get /v1/dead-letters/summary',
      'post /v1/dead-letters/redrives',
      'post /v1/dead-letters/discards',
      'get /v1/dead-letters/{id}',
      'post /v1/dead-letters/{id}/redrive',
      'post /v1/dead-letters/{id}/discard',
      'post /v1/dead-letters/{id}/disclosures',
      'get /v1/dead-letters/{id}/disclosures',
    ]);
    expect(body.paths['/v1/cases']?.['post']).toMatchObject({
      requestBody: { content: { 'application/json': { examples: { example: { value: exampleCase } } } } },
    });
  });

  test('a process that does not exist is named, with those that do', async () => {
    const { detail } = await refuses({ ...exampleCase, process: 'moon-landing' }, 422, { '/process': /can be applied for/ });
    expect(detail).toBe('There is no process moon-landing. There is enterprise-startup.');
  });

  test('every missing field of the form is pointed at', async () => {
    const { employees: _, ...others } = input;
    await refuses({ ...exampleCase, input: { ...others, legalRepresentative: { name: '陈静' } } }, 422, {
      '/input/employees': /is missing/,
      '/input/legalRepresentative/idNumber': /is missing/,
    });
    await refuses(
      { ...exampleCase, input: {} },
      422,
      Object.fromEntries(Object.keys(input).map((field) => [`/input/${field}`, /is missing/])),
    );
  });

  test('fields of a wrong kind, and fields that nobody asked for, are pointed at', async () => {
    const wrong = { ...input, registeredCapital: 'half a million', businessScope: ['面包制售', 7], 'shoe/size': 43 };
    await refuses({ ...exampleCase, input: wrong }, 422, {
      '/input/registeredCapital': /number/,
      '/input/businessScope/1': /string/,
      '/input/shoe~1size': /not a field of this form/,
    });
  });

  test('a wrong identity number is pointed at, wherever it stands', async () => {
    const employees = [{ name: '王磊', idNumber: '330106199207035625', contributionBase: 6_500 }];
    const legalRepresentative = { name: '陈静', idNumber: '33010619850412341' };
    await refuses({ ...exampleCase, input: { ...input, employees, legalRepresentative } }, 422, {
      '/input/employees/0/idNumber': /resident identity number.*check character is wrong/,
      '/input/legalRepresentative/idNumber': /resident identity number.*shape is wrong/,
    });
  });

  test('what is wrong around the form is pointed at as well', async () => {
    await refuses({ ...exampleCase, division: '33', applicant: { ...exampleCase.applicant, kind: 'ghost' }, urgent: true }, 400, {
      '/division': /six-digit division code/,
      '/applicant/kind': /"person", "enterprise"/,
      '/urgent': /not known here/,
    });
    await refuses({ process: 'enterprise-startup' }, 400, {
      '/division': /is missing/,
      '/applicant': /is missing/,
      '/input': /is missing/,
    });
    await refuses([], 400, { '': /must be an object/ });
  });

  test('what is no JSON, or not said to be, or no body at all, opens nothing', async () => {
    await refuses('{"process": "enterprise-startup",', 400, { '': /no JSON/ });
    const { rest } = backbone;
    isProblem(await rest.post('/v1/cases', '<case/>', { 'content-type': 'application/xml' }), 415, { '': /application\/json/ });
    isProblem(await rest.post('/v1/cases'), 400, { '': /missing/ });
    isProblem(await rest.post('/v1/cases', ''), 400, { '': /empty/ });
  });

  test('ten megabytes are too much', async () => {
    await refuses({ ...exampleCase, input: { ...input, address: '杭'.repeat((10 * 1_048_576) / 3) } }, 413, { '': /at most 1024 KiB/ });
  });

  test('characters and numbers that a database cannot keep are no fault of the database', async () => {
    const { applicant } = exampleCase;
    await refuses({ ...exampleCase, applicant: { ...applicant, reference: 'A\u0000B' }, input: { ...input, address: '\ud800' } }, 400, {
      '/applicant/reference': /NUL/,
      '/input/address': /surrogate/,
    });
    await refuses(JSON.stringify({ ...exampleCase, input: { ...input, note: 0 } }).replace('"note":0', '"note":1e999'), 400, {
      '/input/note': /number/,
    });
    await refuses(
      JSON.stringify({ ...exampleCase, input: { deep: 0 } }).replace('"deep":0', `"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      400,
      {
        [`/input/deep${'/0'.repeat(31)}`]: /deeper than 32 levels/,
      },
    );
    const rare = { ...exampleCase, applicant: { ...applicant, name: '𠮷\uffff' }, input: { ...input, address: '路🥖' } };
    const { body } = await backbone.rest.open(rare, uuidv7());
    expect((await backbone.rest.case(body.id)).body).toMatchObject(rare);
  });

  test('an id that is no UUID, or that of no case, is said to be so', async () => {
    for (const path of ['/v1/cases/42', '/v1/cases/42/events', `/v1/cases/${uuidv7()}0`]) {
      isProblem(await backbone.rest.get(path), 400, { id: /must be a UUID/ });
    }
    const unknown = uuidv7();
    for (const path of [`/v1/cases/${unknown}`, `/v1/cases/${unknown}/events`]) {
      const answer = await backbone.rest.get(path);
      isProblem(answer, 404);
      expect(answer.body.detail).toBe(`There is no case ${unknown}.`);
    }
  });

  test('a cursor that is garbage, or of another list, is refused', async () => {
    const { id } = (await backbone.rest.open(exampleCase)).body;
    const ofEvents = (await backbone.rest.get<{ next?: string }>(`/v1/cases/${id}/events?limit=1`)).body.next ?? '';
    const garbage = ['garbage', '%F0%9F%A5%96', 'bnVsbA', ofEvents];
    for (const after of garbage) isProblem(await backbone.rest.get(`/v1/cases?after=${after}`), 400, { after: /no cursor of this list/ });
    for (const after of ['garbage', 'LTE', 'MTAwMDAwMDAwMDAw']) {
      isProblem(await backbone.rest.get(`/v1/cases/${id}/events?after=${after}`), 400, { after: /no cursor of this list/ });
    }
  });

  test('parameters out of range are pointed at', async () => {
    const wrong = {
      'limit=0': 'limit',
      'limit=201': 'limit',
      'limit=many': 'limit',
      'status=asleep': 'status',
      'outcome=maybe': 'outcome',
      'division=east': 'division',
      'process=%00': 'process',
      'reference=%00': 'reference',
    };
    for (const [query, parameter] of Object.entries(wrong)) {
      isProblem(await backbone.rest.get(`/v1/cases?${query}`), 400, { [parameter]: /must/ });
    }
  });

  test('a list is cut into pages, newest first, and knows process, status, outcome, division and reference', async () => {
    const [east, west] = [
      { ...exampleCase, division: '310104' },
      { ...exampleCase, division: '510104', applicant: { ...exampleCase.applicant, reference: 'W-1' } },
    ];
    const opened = [east, west, east].map((application) => backbone.rest.open(application));
    const ids = (await Promise.all(opened))
      .map(({ body }) => body.id)
      .toSorted()
      .toReversed();
    const listed = await backbone.rest.list<CaseSummary>('/v1/cases', { limit: '1', status: 'running', process: 'enterprise-startup' });
    expect(listed.slice(0, 3).map(({ id }) => id)).toEqual(ids);
    expect(await backbone.rest.list('/v1/cases', { division: '31' })).toHaveLength(2);
    expect(await backbone.rest.list('/v1/cases', { division: '310104', reference: 'A-2026-117' })).toHaveLength(2);
    expect(await backbone.rest.list('/v1/cases', { reference: 'W-1' })).toMatchObject([
      { division: '510104', process: 'enterprise-startup', version: 1 },
    ]);
    expect(await backbone.rest.list('/v1/cases', { division: '31', outcome: 'granted' })).toEqual([]);
  });

  test('the events of a case come a page at a time, in order', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').refuses('enterprise.name-taken');
    await bakery.closes('refused');
    const byOne = await backbone.rest.events(bakery.id, 1);
    expect(byOne).toEqual(await backbone.rest.events(bakery.id));
    expect(byOne.map(({ type }) => type)).toEqual(['case-opened', 'step-requested', 'step-refused', 'case-closed']);
    expect(byOne[2]?.causationId).toBeDefined();
    expect(backbone.bus.of(bakery.id, caseEvents['case-closed'].type)).toHaveLength(1);
  });
});

function isProblem({ status, headers, body }: Answer<Problem>, expected: number, errors?: Record<string, RegExp>): void {
  expect({ status, errors: body.errors }).toMatchObject({ status: expected });
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({
    status: expected,
    type: expect.stringMatching(/^https:\/\/hengtong\.dev\/problems\//),
    detail: expect.stringMatching(/\.$/),
  });
  if (!errors) return;
  const found = Object.fromEntries((body.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  expect(found).toEqual(Object.fromEntries(Object.entries(errors).map(([pointer, detail]) => [pointer, expect.stringMatching(detail)])));
}
