import { describe, expect, test } from '@jest/globals';
import { replyTypes, type Case, type CaseEvent, type CaseSummary } from '@hengtong/contracts';
import { ask, listOf, officerOf, operator, portal, systemOf, type Who } from '@hengtong/testing';
import { Backbone, granted, registered } from '../../testing/backbone.ts';
import { exampleCase } from './example-case.ts';

const otherPortal: Who = { ...portal, client_id: 'another-portal' };
const elsewhere = { ...exampleCase, division: '330206' };

describe('who sees what of cases', () => {
  const backbone = new Backbone();
  const address = (): string => `${backbone.rest.url}/v1/cases`;
  const open = async (as: Who, body: object = exampleCase): Promise<Case> => (await ask<Case>(address(), { body, as })).body;
  const idsSeenBy = async (as: Who): Promise<string[]> => (await listOf<CaseSummary>(address(), {}, { as })).map(({ id }) => id);
  const seenBy = (as: Who, id: string) => ask<Case>(`${address()}/${id}`, { as });
  const eventsSeenBy = (as: Who, id: string): Promise<CaseEvent[]> => listOf(`${address()}/${id}/events`, {}, { as });

  test('a portal sees what it has handed in: the rest is neither in lists nor at its address', async () => {
    const [mine, theirs] = [await open(portal), await open(otherPortal)];
    expect(await idsSeenBy(portal)).toContain(mine.id);
    expect(await idsSeenBy(portal)).not.toContain(theirs.id);
    expect(await idsSeenBy(otherPortal)).toEqual([theirs.id]);
    expect((await seenBy(portal, mine.id)).status).toBe(200);
    for (const path of ['', '/events'])
      expect(await ask(`${address()}/${theirs.id}${path}`, { as: portal })).toMatchObject({
        status: 404,
        body: { detail: `There is no case ${theirs.id}.` },
      });
  });

  test('one portal’s idempotency keys are not another’s', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const [mine, theirs] = await Promise.all([portal, otherPortal].map((as) => ask<Case>(address(), { body: exampleCase, headers, as })));
    expect(mine?.body.id).not.toBe(theirs?.body.id);
  });

  test('a page is full of what may be seen, however much lies between that may not', async () => {
    const own = [await open(otherPortal, elsewhere)];
    for (let each = 0; each < 5; each++) await open(portal);
    own.push(await open(otherPortal, elsewhere));
    const { body } = await ask<{ items: CaseSummary[] }>(`${address()}?limit=2`, { as: otherPortal });
    expect(body.items.map(({ id }) => id)).toEqual(own.map(({ id }) => id).toReversed());
  });

  test('an officer sees the cases of their authority, a department all that it takes part in, an operator all', async () => {
    const [here, there] = [await open(portal), await open(portal, elsewhere)];
    const officer = officerOf('taxation', '330106');
    expect(await idsSeenBy(officer)).toContain(here.id);
    expect(await idsSeenBy(officer)).not.toContain(there.id);
    expect((await seenBy(officer, there.id)).status).toBe(404);
    for (const as of [systemOf('taxation'), operator]) expect(await idsSeenBy(as)).toEqual(expect.arrayContaining([here.id, there.id]));
    expect(await idsSeenBy(systemOf('health'))).toEqual([]);
    expect((await seenBy(systemOf('health'), here.id)).status).toBe(404);
  });

  test('a department sees its own steps, and of the application only what these are given', async () => {
    const { id } = await open(portal);
    const { body } = await seenBy(systemOf('public-security'), id);
    expect(Object.keys(body.steps)).toEqual(['seal']);
    expect(Object.keys(body.input).toSorted()).toEqual(['enterpriseName', 'legalRepresentative']);
    expect(body.applicant).toEqual({});
    const whole = (await seenBy(operator, id)).body;
    expect(Object.keys(whole.steps)).toContain('tax');
    expect(Object.keys(whole.input)).toEqual(Object.keys(exampleCase.input));
  });

  test('every event says who did it, and a department sees what was in those of its own steps only', async () => {
    const shop = await backbone.open();
    await shop.asks('register');
    await shop.from('register').answers(registered);
    await shop.asks('seal', 'tax', 'social-insurance', 'medical-insurance', 'housing-fund');
    const actor = { type: 'officer' as const, id: 'officer-7', department: 'public-security', division: '330106' };
    await shop.from('seal').says(replyTypes.stepCompleted, { output: granted['seal'], actor });
    await shop.tells('step-completed', { step: 'seal' });

    const events = await eventsSeenBy(portal, shop.id);
    const by = (type: string, step?: string) => events.find((event) => event.type === type && event.step === step)?.actor;
    expect(by('case-opened')).toEqual({ type: 'portal', id: 'applicants-portal' });
    expect(by('step-requested', 'register')).toEqual({ type: 'service', id: 'orchestrator' });
    expect(by('step-completed', 'register')).toEqual({ type: 'service', id: 'market-regulation', department: 'market-regulation' });
    expect(by('step-completed', 'seal')).toEqual(actor);

    const seen = await eventsSeenBy(systemOf('public-security'), shop.id);
    expect(new Set(seen.map(({ step }) => step))).toEqual(new Set([undefined, 'seal']));
    expect(seen.find(({ type }) => type === 'case-opened')?.data).toEqual({});
    // A page is full of what may be seen: it does not tell how much lies between.
    const { body } = await ask<{ items: CaseEvent[] }>(`${address()}/${shop.id}/events?limit=3`, { as: systemOf('public-security') });
    expect(body.items).toEqual(seen.slice(0, 3));
  });

  test('a department that names somebody of another department as the one who did it is not believed', async () => {
    const shop = await backbone.open();
    await shop.asks('register');
    const actor = { type: 'officer' as const, id: 'officer-7', department: 'taxation' };
    await shop.from('register').says(replyTypes.stepCompleted, { output: registered, actor });
    await shop.asks('seal', 'tax', 'social-insurance', 'medical-insurance', 'housing-fund');
    const completed = (await eventsSeenBy(portal, shop.id)).find(({ type }) => type === 'step-completed');
    expect(completed?.actor).toEqual({ type: 'service', id: 'market-regulation', department: 'market-regulation' });
  });

  test('nobody opens a case who may not: an agency, an operator, an officer, nobody at all', async () => {
    for (const as of [{ actor: 'agency', agency: 'statistics' } as const, operator, officerOf('taxation', '330106')])
      expect((await ask(address(), { body: exampleCase, as })).status).toBe(403);
    expect((await ask(address(), { body: exampleCase, as: 'nobody' })).status).toBe(401);
    expect((await ask(address(), { body: '{', as: 'nobody' })).status).toBe(401);
  });
});
