import { describe, expect, test } from '@jest/globals';
import { type CloudEvent, EVENT_HUB, ORCHESTRATOR } from '@hengtong/contracts';
import fc from 'fast-check';
import { anEvent, CLOSED, OPENED, TAXPAYER } from '../testing/hub.ts';
import { type ActiveGrant, concerns, covers } from './grant.ts';
import { interestOf, type Wish } from './interest.ts';
import { cloudEventOf } from './logged-event.ts';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const granted = (more: Partial<ActiveGrant> = {}): ActiveGrant => ({
  id: 'g',
  agency: 'statistics',
  owners: new Map([[OPENED, new Set([ORCHESTRATOR])]]),
  processes: undefined,
  divisions: undefined,
  until: NOW + 1_000,
  ...more,
});
const event = (more: Parameters<typeof anEvent>[0] = {}): CloudEvent => cloudEventOf(anEvent(more));
const without = (name: 'process' | 'division'): CloudEvent => {
  const { [name]: _, ...rest } = event();
  return rest;
};
const logged = (one: CloudEvent) => ({ position: 1, id: one.id, subject: one.subject, event: one, json: JSON.stringify(one) });

describe('a grant covers', () => {
  const cases: [string, boolean, ActiveGrant, CloudEvent][] = [
    ['an event of its types', true, granted(), event()],
    ['no other type', false, granted(), event({ type: CLOSED })],
    ['no type of that name by another service', false, granted(), event({ source: 'taxation' })],
    ['a type that every service writes', true, granted({ owners: new Map([[OPENED, new Set(['*'])]]) }), event({ source: 'taxation' })],
    ['an event of its processes', true, granted({ processes: new Set(['enterprise-startup']) }), event()],
    ['none of another process', false, granted({ processes: new Set(['house-purchase']) }), event()],
    ['none that names no process, if it is for some', false, granted({ processes: new Set(['enterprise-startup']) }), without('process')],
    ['an event within its divisions', true, granted({ divisions: ['44', '3301'] }), event()],
    ['none of a division beside it', false, granted({ divisions: ['330102'] }), event()],
    ['none of the division above', false, granted({ divisions: ['330106'] }), event({ division: '330100' })],
    ['none that names no division, if it is for some', false, granted({ divisions: ['33'] }), without('division')],
    ['nothing in no division', false, granted({ divisions: [] }), event()],
    ['an event to its last millisecond', true, granted({ until: NOW + 1 }), event()],
    ['nothing from its end on', false, granted({ until: NOW }), event()],
  ];
  test.each(cases)('%s', (_, covered, grant, one) => expect(covers(grant, one, NOW)).toBe(covered));
});

describe('what the hub tells of a subscription or a grant concerns', () => {
  const told = (data: unknown, source = EVENT_HUB): CloudEvent => event({ source, data });
  test('the agency that it names, and no other', () => {
    expect(concerns('statistics', told({ subscriber: 'statistics' }))).toBe(true);
    expect(concerns('statistics', told({ agency: 'statistics' }))).toBe(true);
    expect(concerns('statistics', told({ subscriber: 'audit' }))).toBe(false);
  });
  test('nobody, if another service tells it', () => {
    expect(concerns('statistics', told({ subscriber: 'statistics' }, 'taxation'))).toBe(false);
  });
  test.each([null, 'statistics', ['statistics'], 7, { subscriber: ['statistics'] }])('nobody, if it says %j', (data) => {
    expect(concerns('statistics', told(data))).toBe(false);
  });
});

describe('an agency receives of what it wishes what it may have', () => {
  const of = (wish: Wish, grants: ActiveGrant[] = [granted({ until: Infinity })], notices = false) =>
    interestOf(wish, { agency: 'statistics', grants: () => grants, notices });

  test('whatever is wished and whatever happens, nothing outside its grants', () => {
    const types = fc.constantFrom(OPENED, CLOSED, TAXPAYER);
    const divisions = fc.constantFrom('330106', '330102', '440100', undefined);
    const processes = fc.constantFrom('enterprise-startup', 'house-purchase', undefined);
    const sources = fc.constantFrom(ORCHESTRATOR, 'taxation');
    const events = fc.record({ type: types, division: divisions, process: processes, source: sources }).map((more) => event(more));
    const grants = fc.array(
      fc
        .record({
          owners: fc
            .dictionary(types, fc.array(sources))
            .map((owners) => new Map(Object.entries(owners).map(([type, by]) => [type, new Set(by)]))),
          processes: fc.option(fc.constant(new Set(['enterprise-startup'])), { nil: undefined }),
          divisions: fc.option(fc.subarray(['3301', '44']), { nil: undefined }),
          until: fc.constantFrom(0, Infinity),
        })
        .map((more) => granted(more)),
    );
    const wishes = fc.record({
      types: fc.option(fc.subarray([OPENED, CLOSED, TAXPAYER]), { nil: undefined }),
      filters: fc.constantFrom([], [{ cel: 'true' }], [{ not: { cel: 'false' } }], [{ not: { exact: { division: '1' } } }]),
    });
    fc.assert(
      fc.property(wishes, grants, events, (wish, held, one) => {
        const interest = of(wish, held, true);
        const may = held.some((grant) => covers(grant, one, Date.now()));
        expect(interest.matches(one)).toBe(may && (wish.types?.includes(one.type) ?? true));
        if (interest.matches(one)) expect(interest.types()).toContain(one.type);
      }),
      { numRuns: 1_000 },
    );
  });

  test('no filter runs on what is not granted, so that none can find out by its time what it holds', () => {
    let looked = 0;
    const watched = {
      ...event({ type: CLOSED }),
      get step() {
        looked += 1;
        return 'tax';
      },
    } as CloudEvent;
    expect(of({ filters: [{ exact: { step: 'tax' } }] }).matches(watched)).toBe(false);
    expect(looked).toBe(0);
  });

  test('a grant that ends, ends at once', () => {
    const held = [granted({ until: Infinity })];
    const interest = of({}, held);
    expect(interest.matches(event())).toBe(true);
    held.pop();
    expect(interest.matches(event())).toBe(false);
    expect(interest.types()).not.toContain(OPENED);
  });

  test('of the fields of the body only those that were asked for, and the context whole', () => {
    const one = event({ data: { code: 'HT-1', asks: ['register'], outcome: 'granted' } });
    const shaped = JSON.parse(of({ projection: ['code', 'nothing'] }).shape(logged(one))) as CloudEvent;
    expect(shaped).toEqual({ ...one, data: { code: 'HT-1' } });
    expect(of({}).shape(logged(one))).toBe(JSON.stringify(one));
    expect(of({ projection: ['0'] }).shape(logged(event({ data: 'text' })))).toContain('"text"');
  });

  test('what concerns its own subscriptions and grants, whole and whatever the subscription asks for', () => {
    const type = 'gov.hengtong.grant.ended.v1';
    const told = event({ type, source: EVENT_HUB, data: { grant: 'g', agency: 'statistics', reason: 'expired' } });
    const wish = { types: [CLOSED], source: ORCHESTRATOR, filters: [{ cel: 'false' }], projection: ['code'] };
    expect(of(wish, [], true).types()).toContain(type);
    expect(of(wish, [], true).matches(told)).toBe(true);
    expect(of(wish, [], true).shape(logged(told))).toBe(JSON.stringify(told));
    expect(of(wish, [], false).matches(told)).toBe(false);
    expect(of({}, [], false).matches(told)).toBe(true);
  });
});
