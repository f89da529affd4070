import { Parser } from '@asyncapi/parser';
import { describe, expect, test } from '@jest/globals';
import type { CataloguedEvent } from '@hengtong/contracts';
import { agencyOf, systemOf } from '@hengtong/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { anEvent, HubUnderTest, OPENED, statistics, TAXPAYER } from './testing/hub.ts';

const hub = new HubUnderTest();

describe('the catalogue of events', () => {
  test('lists every type with schema, example, owner and sharing', async () => {
    const { body } = await hub.ask<{ items: CataloguedEvent[] }>('/v1/event-types', { as: statistics });
    expect(body.items.map(({ type }) => type)).toEqual(body.items.map(({ type }) => type).toSorted());
    expect(body.items.find(({ type }) => type === TAXPAYER)).toMatchObject({
      owners: ['taxation'],
      sharing: 'conditional',
      version: 1,
      schema: { type: 'object' },
      example: { taxpayerType: 'small-scale' },
    });
    expect((await hub.ask(`/v1/event-types/${OPENED}`, { as: statistics })).body).toEqual(body.items.find(({ type }) => type === OPENED));
    expect((await hub.ask('/v1/event-types/gov.hengtong.moon.landed.v1', { as: statistics })).status).toBe(404);
  });

  test('tells a publisher who receives a type of its own and how far delivery has come, and not what they look for', async () => {
    const agency = agencyOf('bureau-1');
    const { id } = await hub.grant(agency, { types: [TAXPAYER] });
    const subscription = { delivery: 'pull', types: [TAXPAYER], filters: [{ cel: 'data.taxpayerType == "general"' }], description: '机密' };
    const made = (await hub.ask<{ id: string }>('/v1/subscriptions', { as: agency, body: subscription })).body;
    const receivers = (department: string) =>
      hub.ask<{ items: { progress?: { behind?: number } }[] }>(`/v1/event-types/${TAXPAYER}/subscribers`, { as: systemOf(department) });
    expect((await receivers('taxation')).body.items).toEqual([]);
    await hub.ask(`/v1/grants/${id}/decisions`, { as: systemOf('taxation'), body: { types: [TAXPAYER], decision: 'granted' } });
    const { items } = (await receivers('taxation')).body;
    expect(items).toMatchObject([{ subscriber: 'bureau-1', status: 'active', delivery: 'pull', progress: { behind: 0 } }]);
    expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(['delivery', 'id', 'progress', 'status', 'subscriber']);
    expect((await receivers('housing-fund')).status).toBe(404);
    const behind = async (): Promise<number | undefined> => (await receivers('taxation')).body.items[0]?.progress?.behind;
    await hub.happened(anEvent(), anEvent());
    expect(await behind()).toBeGreaterThan(0);
    const body = { cursor: await hub.end() };
    await hub.ask(`/v1/subscriptions/${made.id}/confirmations`, { as: agency, body });
    expect(await behind()).toBe(0);
    expect((await hub.ask(`/v1/event-types/${TAXPAYER}/subscribers`, { as: statistics })).status).toBe(404);
  });
});

describe('documents for whoever wants to join in', () => {
  test('the AsyncAPI document has nothing that the official parser would mend', async () => {
    const { status, body } = await hub.ask<object>('/asyncapi.json', { as: 'nobody' });
    expect(status).toBe(200);
    const { diagnostics } = await new Parser().parse(JSON.stringify(body));
    expect(diagnostics.map(({ code, message, path }) => `${String(code)} at ${path.join('/')}: ${message}`)).toEqual([]);
    expect(JSON.stringify(body)).toContain('ht.events.taxation');
  });

  test('the OpenAPI document is valid 3.1, filters within filters included', async () => {
    const { body } = await hub.ask<{ openapi: string; paths: Record<string, object> }>('/openapi.json', { as: 'nobody' });
    expect(await new Validator().validate(structuredClone(body))).toEqual({ valid: true });
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/v1/events', '/v1/events/stream', '/v1/grants/{id}/decisions', '/v1/subscriptions/{id}/replays/{replay}']),
    );
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref as string);
    const at = (ref: string): unknown =>
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], body);
    expect([...new Set(refs)].filter((ref) => !ref.startsWith('#/') || at(ref) === undefined)).toEqual([]);
    expect(JSON.stringify(body)).toMatch(/"not":\{"\$ref"/);
  });

  test('the page can be read without a token and names every type', async () => {
    const { headers, body } = await hub.ask<string>('/docs/event-types', { as: 'nobody' });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).toContain(TAXPAYER);
  });
});
