import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, type CaseEvent, type Disclosure, replyTypes } from '@hengtong/contracts';
import { type Answer, answerOf, ask, listOf, officerOf, operator, portal, systemOf, type Who } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterwards, Backbone, granted, registered, SERVERS } from '../../testing/backbone.ts';
import type { Conversation } from '../../testing/conversation.ts';
import { queryOf } from '../../testing/flows.ts';
import { exampleCase } from './example-case.ts';

const colleague: Who = { ...operator, sub: 'operator-2' };
const observer: Who = { ...operator, sub: 'operator-3', role: 'observer', scope: 'cases:read' };
const { enterpriseName, businessScope, registeredCapital, address } = exampleCase.input;
const reason = 'The applicant asks by telephone which number was handed in';

describe('personal values of a case', () => {
  const backbone = new Backbone();
  let bakery: Conversation;
  beforeAll(async () => {
    bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    await bakery.from('seal').says(replyTypes.stepRefused, { code: 'seal.no', law: '第 8 条', reason: '陈静 has no right to it' });
    await bakery.tells('step-refused', { step: 'seal' });
  }, SERVERS);

  const at = (path = ''): string => `${backbone.rest.url}/v1/cases/${bakery.id}${path}`;
  const shown = (as: Who): Promise<Case> => answerOf<Case>(at(), { as });
  const told = (as: Who): Promise<CaseEvent[]> => listOf<CaseEvent>(at('/events'), {}, { as });
  const disclose = (as: Who, body: unknown = { reason }): Promise<Answer<Disclosure>> => ask<Disclosure>(at('/disclosures'), { body, as });

  test('are hidden from operators in the case and its events, and all else is shown', async () => {
    const whole = await shown(observer);
    expect(whole).toMatchObject({
      masked: true,
      applicant: { kind: 'person', idType: 'resident-id', idNumber: '***', name: '***', reference: 'A-2026-117' },
      input: { enterpriseName, businessScope, registeredCapital, address, legalRepresentative: '***', employees: '***' },
      steps: {
        register: { output: registered },
        seal: { refusal: { code: 'seal.no', law: '第 8 条', reason: '***' } },
      },
    });
    const events = await told(observer);
    expect(events[0]?.data).toMatchObject({ code: bakery.opened.code, applicant: whole.applicant, input: whole.input });
    expect(events.find(({ type }) => type === 'step-completed')?.data).toMatchObject({ output: registered });
    expect(JSON.stringify([whole, events])).not.toMatch(/330106198504123415|陈静|王磊/u);
  });

  test('are shown to those who saw them before: the portal that handed it in, and each department what it is given', async () => {
    expect(await shown(portal)).toMatchObject({ applicant: exampleCase.applicant, input: exampleCase.input });
    expect(await shown(portal)).not.toHaveProperty('masked');
    expect((await told(portal))[0]?.data).toMatchObject({ input: exampleCase.input });
    for (const as of [systemOf('public-security'), officerOf('public-security', '330106')])
      expect((await shown(as)).input).toEqual({ enterpriseName, legalRepresentative: exampleCase.input['legalRepresentative'] });
  });

  test('are shown for a quarter of an hour to the operator who says why, and to no other', async () => {
    const { status, body } = await disclose(operator);
    expect(status).toBe(201);
    expect(Date.parse(body.until) - Date.parse(body.at)).toBe(15 * 60_000);
    expect(await shown(operator)).toMatchObject({
      masked: false,
      disclosedUntil: body.until,
      applicant: exampleCase.applicant,
      input: exampleCase.input,
    });
    expect((await told(operator))[0]?.data).toMatchObject({ input: exampleCase.input });
    expect(await shown(colleague)).toMatchObject({ masked: true });
    const other = await backbone.open();
    expect(await answerOf(`${backbone.rest.url}/v1/cases/${other.id}`, { as: operator })).toMatchObject({ masked: true });
  });

  test('are hidden again when that time is over', async () => {
    await queryOf(
      backbone.database.url,
      `insert into disclosures values ($1, $2, $3, 'earlier', now() - interval '20 minutes', now() - interval '5 minutes')`,
      [uuidv7(), bakery.id, JSON.stringify({ type: 'operator', id: 'operator-2' })],
    );
    expect(await shown(colleague)).toMatchObject({ masked: true });
  });

  test('who was let see them, when and why, is listed to operators and kept for good', async () => {
    const { body } = await disclose(operator, { reason: '  second look  ' });
    const [newest, ...earlier] = await listOf<Disclosure>(at('/disclosures'), { limit: '1' }, { as: observer });
    expect(newest).toEqual(body);
    expect(newest).toMatchObject({ caseId: bakery.id, by: { type: 'operator', id: 'operator-1' }, reason: 'second look' });
    expect(earlier.map((each) => each.reason)).toContain(reason);
    for (const change of [`update disclosures set reason = 'another'`, 'delete from disclosures', 'truncate disclosures'])
      await expect(queryOf(backbone.database.url, change)).rejects.toThrow('what is recorded in disclosures stays');
  });

  test('need the right to see them, a reason, and a case', async () => {
    for (const as of [observer, portal, systemOf('taxation'), officerOf('taxation', '330106')])
      expect((await disclose(as)).status).toBe(403);
    for (const as of [portal, systemOf('taxation')]) expect((await ask(at('/disclosures'), { as })).status).toBe(403);
    for (const body of [{}, { reason: '  ' }, { reason: 'x'.repeat(501) }, { reason: 'a\u0000b' }])
      expect(await disclose(operator, body)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    const nothing = `${backbone.rest.url}/v1/cases/${uuidv7()}/disclosures`;
    expect((await ask(nothing, { body: { reason }, as: operator })).status).toBe(404);
    expect((await ask(nothing, { as: operator })).status).toBe(404);
  });

  test('do not stand in the result either: of one that is granted, only what departments declare as nobody’s', async () => {
    const shop = await backbone.open();
    await shop.asks('register');
    await shop.from('register').answers(registered);
    await shop.asks(...afterwards);
    for (const step of afterwards) await shop.from(step).answers(granted[step]);
    const { result } = await shop.closes('granted');
    // All of it is declared public or internal.
    expect(await answerOf<Case>(`${backbone.rest.url}/v1/cases/${shop.id}`, { as: observer })).toMatchObject({ result });
  });

  test('an officer who takes a step in hand is named beside it', async () => {
    const shop = await backbone.open();
    await shop.asks('register');
    const actor = { type: 'officer' as const, id: 'officer-7', department: 'market-regulation', division: '330106' };
    await shop.from('register').says(replyTypes.stepStarted, { workItem: uuidv7(), actor });
    const { time } = await shop.tells('step-started');
    const { steps } = await answerOf<Case>(`${backbone.rest.url}/v1/cases/${shop.id}`, { as: observer });
    expect(steps['register']).toMatchObject({ status: 'in-progress', startedAt: time, startedBy: actor });
  });
});
