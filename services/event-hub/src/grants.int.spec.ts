import { describe, expect, test } from '@jest/globals';
import type { Grant } from '@hengtong/contracts';
import { agencyOf, eventually, operator, systemOf, type Who } from '@hengtong/testing';
import { anEvent, audit, HubUnderTest, OPENED, STALLED, statistics, TAXPAYER, within } from './testing/hub.ts';

const hub = new HubUnderTest();
const taxation = systemOf('taxation');
const purpose = '企业开办月度统计';
const hour = within(3_600_000);

const decide = (id: string, as: Who, body: object) => hub.ask<Grant>(`/v1/grants/${id}/decisions`, { as, body });
const statusOf = ({ types }: Grant, type: string) => types.find((each) => each.type === type)?.status;
/** Whether an agency gets an event that happens now. */
async function gets(as: Who, more: Parameters<typeof anEvent>[0]): Promise<boolean> {
  const [event] = await hub.happened(anEvent(more));
  return (await hub.pull(as, { subject: event.subject })).items.length === 1;
}
const paid = { type: TAXPAYER, source: 'taxation' };

describe('an agency asks to receive', () => {
  test('what is shared without condition, and has it at once, of those and of nobody else', async () => {
    const agency = agencyOf('bureau-1');
    const grant = await hub.grant(agency);
    expect(grant).toMatchObject({ agency: 'bureau-1', status: 'active', askedBy: { type: 'agency', id: 'bureau-1' } });
    expect(grant.types).toEqual([{ type: OPENED, owner: 'orchestrator', status: 'granted' }]);
    expect(await gets(agency, {})).toBe(true);
    expect(await gets(audit, {})).toBe(false);
  });

  test('what is shared on condition, and waits for its owner; an operator decides on what the platform tells', async () => {
    const agency = agencyOf('bureau-2');
    const { id, types } = await hub.grant(agency, { types: [TAXPAYER, STALLED] });
    expect(types.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
    expect(await gets(agency, paid)).toBe(false);
    const { body } = await decide(id, taxation, { types: [TAXPAYER], decision: 'granted' });
    expect(statusOf(body, TAXPAYER)).toBe('granted');
    expect(statusOf(body, STALLED)).toBe('waiting');
    expect(body.types.find(({ type }) => type === TAXPAYER)?.decidedBy).toMatchObject({ type: 'system', id: 'taxation' });
    expect(await gets(agency, paid)).toBe(true);
    expect(await gets(agency, { type: STALLED })).toBe(false);
    expect(statusOf((await decide(id, operator, { types: [STALLED], decision: 'granted' })).body, STALLED)).toBe('granted');
    expect(await gets(agency, { type: STALLED })).toBe(true);
  });

  test('and loses it at once when its owner declines', async () => {
    const agency = agencyOf('bureau-3');
    const { id } = await hub.grant(agency, { types: [TAXPAYER] });
    await decide(id, taxation, { types: [TAXPAYER], decision: 'granted' });
    expect(await gets(agency, paid)).toBe(true);
    const reason = '统计已完成';
    expect((await decide(id, taxation, { types: [TAXPAYER], decision: 'declined', reason })).body.types).toMatchObject([
      { status: 'declined', reason },
    ]);
    expect(await gets(agency, paid)).toBe(false);
    expect((await hub.pull(agency)).items).toEqual([]);
  });

  const refused: [string, Record<string, unknown>, number, string][] = [
    ['what is shared with nobody', { types: [OPENED, 'gov.hengtong.dead-letter.recorded.v1'] }, 422, '/types/1'],
    ['what the hub tells each of his own', { types: ['gov.hengtong.grant.ended.v1'] }, 422, '/types/0'],
    ['a type that is not known', { types: ['gov.hengtong.moon.landed.v1'] }, 422, '/types/0'],
    ['no type', { types: [] }, 400, '/types'],
    ['for ever', { until: '2099-12-31T00:00:00Z' }, 422, '/until'],
    ['until yesterday', { until: within(-86_400_000) }, 422, '/until'],
    ['until someday', { until: 'someday' }, 400, '/until'],
    ['for no purpose', { purpose: '' }, 400, '/purpose'],
    ['in no division', { divisions: ['0'] }, 400, '/divisions/0'],
    ['with something more', { everything: true }, 400, ''],
  ];
  test.each(refused)('%s: refused', async (_, more, status, pointer) => {
    const body = { types: [OPENED], purpose, until: hour, ...more };
    const answer = await hub.ask<{ errors: { pointer: string }[] }>('/v1/grants', { as: statistics, body });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.pointer).toContain(pointer);
  });

  test('for another agency: only an operator may, and must say for whom', async () => {
    const body = { types: [OPENED], purpose, until: hour };
    expect((await hub.ask('/v1/grants', { as: statistics, body: { ...body, agency: 'audit' } })).status).toBe(403);
    expect((await hub.ask('/v1/grants', { as: operator, body })).status).toBe(422);
    expect((await hub.ask('/v1/grants', { as: operator, body: { ...body, agency: 'bureau-4' } })).body).toMatchObject({
      agency: 'bureau-4',
    });
    expect((await hub.ask('/v1/grants', { as: taxation, body })).status).toBe(403);
  });
});

describe('only its owner decides on a type', () => {
  test('another department sees no such grant, one with another type of it is told so, nor does the agency itself', async () => {
    const { id } = await hub.grant(statistics, { types: [TAXPAYER, STALLED] });
    const yes = { types: [TAXPAYER], decision: 'granted' };
    expect((await decide(id, systemOf('public-security'), yes)).status).toBe(404);
    expect((await decide(id, systemOf('orchestrator'), yes)).status).toBe(422);
    expect((await decide(id, operator, yes)).status).toBe(422);
    expect((await decide(id, taxation, { ...yes, types: [TAXPAYER, STALLED] })).status).toBe(422);
    expect((await decide(id, statistics, yes)).status).toBe(422);
    expect((await decide(id, audit, yes)).status).toBe(404);
    expect((await decide(id, { actor: 'system' }, yes)).status).toBe(404);
    const { body } = await hub.ask<Grant>(`/v1/grants/${id}`, { as: statistics });
    expect(body.types.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
  });

  test('an agency sees its own grants, a department those with types of its own, an operator all', async () => {
    const { id } = await hub.grant(statistics, { types: [TAXPAYER] });
    const sees = async (as: Who): Promise<[number, boolean]> => {
      const { items } = (await hub.ask<{ items: Grant[] }>('/v1/grants?limit=200', { as })).body;
      return [(await hub.ask(`/v1/grants/${id}`, { as })).status, items.some((each) => each.id === id)];
    };
    for (const as of [statistics, taxation, operator]) expect(await sees(as)).toEqual([200, true]);
    for (const as of [audit, systemOf('housing-fund')]) expect(await sees(as)).toEqual([404, false]);
  });
});

describe('a grant ends', () => {
  const ends = async (as: Who, grant: string) =>
    (await hub.pull(as, { types: 'gov.hengtong.grant.ended.v1' })).items.filter(({ subject }) => subject === grant);

  test('when it is ended, with an event that says so to its agency alone, and delivers nothing any more', async () => {
    const agency = agencyOf('bureau-5');
    const { id } = await hub.grant(agency);
    expect((await hub.ask(`/v1/grants/${id}/end`, { as: audit, body: { reason: 'mine' } })).status).toBe(404);
    const { body } = await hub.ask<Grant>(`/v1/grants/${id}/end`, { as: agency, body: { reason: '统计已完成' } });
    expect(body).toMatchObject({ status: 'ended', endedBecause: '统计已完成', endedBy: { type: 'agency', id: 'bureau-5' } });
    await eventually(async () =>
      expect(await ends(agency, id)).toMatchObject([{ source: 'event-hub', data: { grant: id, agency: 'bureau-5', reason: 'withdrawn' } }]),
    );
    expect(await ends(audit, id)).toEqual([]);
    expect(await gets(agency, {})).toBe(false);
    expect((await hub.ask(`/v1/grants/${id}/end`, { as: agency, body: { reason: 'again' } })).status).toBe(409);
    expect((await decide(id, operator, { types: [OPENED], decision: 'granted' })).status).toBe(409);
  });

  test('when its time is over: at that moment, and soon with an event', async () => {
    const agency = agencyOf('bureau-6');
    const { id } = await hub.grant(agency, { until: within(700) });
    await eventually(async () => expect((await hub.ask(`/v1/grants/${id}`, { as: agency })).body).toMatchObject({ status: 'ended' }));
    expect(await gets(agency, {})).toBe(false);
    await eventually(async () => expect(await ends(agency, id)).toMatchObject([{ data: { reason: 'expired' } }]));
    expect((await hub.ask(`/v1/grants/${id}`, { as: agency })).body).toMatchObject({ endedBy: { type: 'service', id: 'event-hub' } });
  }, 20_000);
});
