import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Case, CaseSummary } from '@hengtong/contracts';
import { answerOf, ask, listOf, officerOf, operator, systemOf, type Who } from '@hengtong/testing';
import { afterwards, Backbone, registered, SERVERS } from '../../testing/backbone.ts';
import type { Conversation } from '../../testing/conversation.ts';
import { flowsOf } from '../../testing/flows.ts';
import { exampleCase } from './example-case.ts';

const division = '440305';
const applicationOf = (reference: string) => ({ ...exampleCase, division, applicant: { ...exampleCase.applicant, reference } });

describe('finding cases', () => {
  const backbone = new Backbone();
  /** One that waits at its first step, one that lies with five departments, one that is stalled, one that is refused. */
  let fresh: Conversation, midway: Conversation, stalled: Conversation, refused: Conversation;
  beforeAll(async () => {
    [fresh, midway, stalled, refused] = [
      await backbone.open(applicationOf('F-1')),
      await backbone.open(applicationOf('F-2')),
      await backbone.open(applicationOf('F-3')),
      await backbone.open(applicationOf('F-4')),
    ];
    for (const bakery of [fresh, midway, stalled, refused]) await bakery.asks('register');
    await midway.from('register').answers(registered);
    await midway.asks(...afterwards);
    await stalled.from('register').fails('the disk is full');
    await stalled.tells('case-stalled');
    await refused.from('register').refuses('not.today');
    await refused.closes('refused');
    await flowsOf(backbone.rest);
  }, SERVERS);

  const address = (): string => `${backbone.rest.url}/v1/cases`;
  const found = async (query: Record<string, string>, as: Who = operator): Promise<string[]> =>
    (await listOf<CaseSummary>(address(), { division, ...query }, { as })).map(({ id }) => id);

  test('by whatever it is called: id, code, however it is written, or the applicant’s reference', async () => {
    for (const q of [midway.id, midway.opened.code, midway.opened.code.toLowerCase(), 'F-2'])
      expect([q, await found({ q })]).toEqual([q, [midway.id]]);
    expect(await found({ q: 'F-' })).toEqual([]);
  });

  test('by several states, given one by one or joined by commas; the filters of before go on working', async () => {
    expect(await found({ status: 'stalled,closed' })).toEqual([refused.id, stalled.id]);
    const twice = await answerOf<{ items: CaseSummary[] }>(`${address()}?division=${division}&status=stalled&status=running`, {
      as: operator,
    });
    expect(twice.items.map(({ id }) => id)).toEqual([stalled.id, midway.id, fresh.id]);
    expect(await found({ status: 'stalled' })).toEqual([stalled.id]);
    expect(await found({ outcome: 'refused', process: 'enterprise-startup', reference: 'F-4' })).toEqual([refused.id]);
  });

  test('by ids, however many, so that whoever has ids can show codes', async () => {
    expect(await found({ id: `${stalled.id},${fresh.id}` })).toEqual([stalled.id, fresh.id]);
    expect(await found({ id: stalled.id, status: 'closed' })).toEqual([]);
    expect(await found({ id: '01960000-0000-7000-8000-000000000000' })).toEqual([]);
  });

  test('by where it lies now: department and step', async () => {
    expect(await found({ department: 'taxation' })).toEqual([midway.id]);
    expect(await found({ step: 'register' })).toEqual([stalled.id, fresh.id]);
    expect(await found({ step: 'register', department: 'taxation' })).toEqual([]);
  });

  test('by when it was opened, to the millisecond', async () => {
    const from = midway.opened.openedAt;
    expect(await found({ openedFrom: from })).toEqual([refused.id, stalled.id, midway.id]);
    expect(await found({ openedTo: from })).toEqual([fresh.id]);
    expect(await found({ openedFrom: from, openedTo: stalled.opened.openedAt })).toEqual([midway.id]);
    expect(await found({ openedFrom: from.replace('Z', '+00:00') })).toHaveLength(3);
  });

  test('by when it was closed, to the millisecond; what is open was not closed', async () => {
    const [line] = await listOf<CaseSummary>(address(), { division, q: 'F-4' }, { as: operator });
    const at = line?.closedAt ?? '';
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(await found({ closedFrom: at })).toEqual([refused.id]);
    expect(await found({ closedFrom: after })).toEqual([]);
    expect(await found({ closedTo: at })).toEqual([]);
    expect(await found({ closedTo: after })).toEqual([refused.id]);
    expect(await found({ closedFrom: at, closedTo: after, outcome: 'refused' })).toEqual([refused.id]);
    expect(await found({ closedFrom: at, outcome: 'granted' })).toEqual([]);
  });

  test('the oldest first, if so asked, page after page', async () => {
    const opened = [fresh.id, midway.id, stalled.id, refused.id];
    expect(await found({ order: 'oldest' })).toEqual(opened);
    expect(await found({ order: 'oldest', limit: '1' })).toEqual(opened);
    expect(await found({ order: 'newest', limit: '3' })).toEqual(opened.toReversed());
    expect(await found({ order: 'oldest', limit: '1', openedFrom: midway.opened.openedAt, status: 'running,stalled' })).toEqual([
      midway.id,
      stalled.id,
    ]);
  });

  test('a line says what it is called and where it lies, since when', async () => {
    const [line] = await listOf<CaseSummary>(address(), { division, q: 'F-3' }, { as: operator });
    expect(line).toMatchObject({
      reference: 'F-3',
      status: 'stalled',
      now: [{ step: 'register', department: 'market-regulation', status: 'failed' }],
    });
    expect(Date.parse(line?.now[0]?.since ?? '')).toBeGreaterThanOrEqual(Date.parse(stalled.opened.openedAt));
    const [closed] = await listOf<CaseSummary>(address(), { division, q: 'F-4' }, { as: operator });
    expect(closed?.now).toEqual([]);
    const [wide] = await listOf<CaseSummary>(address(), { division, q: 'F-2' }, { as: operator });
    expect(wide?.now.map(({ step }) => step).toSorted()).toEqual(afterwards.toSorted());
  });

  test('page after page, the list is the whole of what the filter finds', async () => {
    expect(await found({ limit: '1', status: 'running,stalled,closed', openedFrom: fresh.opened.openedAt })).toEqual([
      refused.id,
      stalled.id,
      midway.id,
      fresh.id,
    ]);
  });

  test('a department is shown its own steps, and finds nothing by those of others', async () => {
    for (const as of [systemOf('taxation'), officerOf('taxation', division)]) {
      const lines = await listOf<CaseSummary>(address(), { division }, { as });
      const own = lines.filter(({ now }) => now.length > 0);
      expect(own).toMatchObject([{ id: midway.id, now: [{ step: 'tax', department: 'taxation' }] }]);
      expect(lines.filter((line) => 'reference' in line)).toEqual([]);
      expect([await found({ department: 'public-security' }, as), await found({ step: 'register' }, as)]).toEqual([[], []]);
      expect(await found({ department: 'taxation' }, as)).toEqual([midway.id]);
    }
  });

  test('a filter that cannot be read is pointed at', async () => {
    const wrong = {
      'status=running,asleep': 'status',
      'id=42': 'id',
      'openedFrom=yesterday': 'openedFrom',
      'openedTo=2026-11-24': 'openedTo',
      'closedFrom=yesterday': 'closedFrom',
      'closedTo=2026-11-24': 'closedTo',
      'idleBefore=1': 'idleBefore',
      'order=sideways': 'order',
      'department=Tax%20Office': 'department',
      'step=%00': 'step',
      'q=': 'q',
      'q=%00': 'q',
    };
    for (const [query, pointer] of Object.entries(wrong))
      expect([query, await ask(`${address()}?${query}`, { as: operator })]).toMatchObject([
        query,
        { status: 400, body: { errors: [{ pointer }] } },
      ]);
  });

  test('the case says in which trace it was opened', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { body } = await ask<Case>(address(), { body: exampleCase, headers: { traceparent } });
    expect(await answerOf(`${address()}/${body.id}`, { as: operator })).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
  });
});
