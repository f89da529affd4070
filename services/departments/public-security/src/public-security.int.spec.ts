import {
  type Answer,
  answerOf,
  ask,
  departmentTest,
  type DepartmentUnderTest,
  eventually,
  officerOf,
  operator,
  replied,
  type Reply,
  systemOf,
  testBrokers,
  type Who,
} from '@hengtong/testing';
import type { DepartmentRecord } from '@hengtong/contracts';
import { afterAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { sealFiled } from './events.ts';
import { publicSecurity } from './public-security.ts';

// Started before the tests and not in a hook of theirs: joining a group of consumers for the first time takes Kafka seconds.
const started = testBrokers() ? await departmentTest(publicSecurity) : undefined;
const withBroker = started ? describe : describe.skip;
const FILE = 'seal.file';

/** Codes that check, of no enterprise that we know. */
const [BAKERY, WEAVER, POTTERY] = ['91330106MA0000015K', '91330106MA0000023E', '91350100M000100Y43'];
const seal = (uscc: string) => ({ uscc, name: '杭州知味烘焙有限公司', representative: { name: '张三', idNumber: '11010519491231002X' } });

withBroker('public security', () => {
  const department = started as DepartmentUnderTest;
  afterAll(() => department.stop());

  test('files one seal of an enterprise, and another once the first is void', async () => {
    const { asked, reply } = await department.ask(FILE, seal(BAKERY));
    expect(reply).toMatchObject({ type: replied.stepCompleted, data: { output: { sealNumber: expect.stringMatching(/^330106\d{7}$/) } } });
    expect((await department.ask(FILE, seal(BAKERY))).reply.data.code).toBe('seal.already-filed');

    await department.compensate(asked, 'seal.void');
    expect((await department.ask(FILE, seal(BAKERY))).reply.type).toBe(replied.stepCompleted);
  });

  test('files one of two that are asked for at the same moment', async () => {
    const asked = await Promise.all([department.request(FILE, seal(WEAVER)), department.request(FILE, seal(WEAVER))]);
    const replies = await Promise.all(asked.map(({ commandKey }) => department.replies(commandKey)));
    expect(
      replies
        .flat()
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual([replied.stepCompleted, replied.stepRefused].toSorted());
  });

  test('lets an operator see that there is a record, and of its values none', async () => {
    const { asked, reply } = await department.ask(FILE, seal(POTTERY));
    await department.compensate(asked, 'seal.void');
    const { sealNumber } = reply.data.output as { sealNumber: string };
    const records = `${department.url}/v1/records/seal`;
    const { body: whole } = await ask<DepartmentRecord>(`${records}/${sealNumber}`, { as: systemOf('public-security') });
    expect(JSON.stringify(whole.data)).toContain(POTTERY);
    const masked = { ...whole, data: Object.fromEntries(Object.keys(whole.data).map((name) => [name, '***'])) };
    expect((await ask(`${records}/${sealNumber}`, { as: operator })).body).toEqual(masked);
    expect((await ask(`${records}?caseId=${asked.caseId}`, { as: operator })).body).toEqual({ items: [masked] });
  });

  test('refuses a representative whose identity number does not check', async () => {
    const wrong = { ...seal(POTTERY), representative: { name: '张三', idNumber: '110105194912310021' } };
    expect((await department.ask(FILE, wrong)).reply).toMatchObject({
      type: replied.stepRefused,
      data: { code: 'identity.number-invalid', law: expect.stringContaining('GB 11643-1999') },
    });
  });

  describe('when an officer decides', () => {
    const workItemOf = (caseId: string): Promise<{ id: string; status: string; version: number }> =>
      eventually(async () => {
        const { items } = await answerOf<{ items: { id: string; status: string; version: number }[] }>(
          `${department.url}/v1/work-items?caseId=${caseId}`,
        );
        const [item] = items;
        if (!item) throw new Error('no work item yet');
        return item;
      });
    const post = (path: string, version: number, body: object): Promise<Answer> =>
      ask(`${department.url}${path}`, { body, headers: { 'if-match': `"${version}"` }, as: systemOf('public-security') });

    test('the number is the officer’s', async () => {
      const { caseId, commandKey } = await department.request(FILE, seal(POTTERY), { mode: 'officer' });
      const { id, version } = await workItemOf(caseId);
      expect((await post(`/v1/work-items/${id}/completion`, version, { output: { sealNumber: '3301069999999' } })).status).toBe(200);
      expect(await department.replies(commandKey)).toMatchObject([
        { type: replied.stepCompleted, data: { output: { sealNumber: '3301069999999' } } },
      ]);
    });

    test('a number that is none is sent back with a pointer', async () => {
      const { caseId } = await department.request(FILE, seal('91440300708461136T'), { mode: 'officer' });
      const { id, version } = await workItemOf(caseId);
      const answer = await post(`/v1/work-items/${id}/completion`, version, { output: { sealNumber: '42' } });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/output/sealNumber' }] });
    });

    test('only officers of its authority see it and act on it, and the reply says who did', async () => {
      const { caseId, commandKey } = await department.request(FILE, seal('91330106MA0000NK79'), { mode: 'officer' });
      const { id } = await workItemOf(caseId);
      const [here, there] = [officerOf('public-security', '330106'), officerOf('public-security', '330206')];
      const items = `${department.url}/v1/work-items`;
      const headers = { 'if-match': '*' };
      expect((await ask(`${items}/${id}`, { as: here })).status).toBe(200);
      expect((await ask(`${items}/${id}`, { as: there })).status).toBe(404);
      expect((await ask<{ items: object[] }>(`${items}?caseId=${caseId}`, { as: there })).body.items).toEqual([]);
      expect((await ask(`${items}/${id}/claim`, { body: {}, headers, as: there })).status).toBe(404);
      for (const as of [systemOf('taxation'), officerOf('taxation', '330106'), operator])
        expect((await ask(`${items}/${id}/completion`, { body: {}, headers, as })).status).toBe(403);

      const actor = { type: 'officer', id: here.sub, department: 'public-security', division: '330106' };
      expect(await ask(`${items}/${id}/claim`, { body: {}, headers, as: here })).toMatchObject({
        status: 200,
        body: { claimedBy: here.sub, actedBy: actor },
      });
      const completed = await ask(`${items}/${id}/completion`, { body: {}, headers, as: here });
      expect(completed).toMatchObject({ status: 200, body: { actedBy: actor } });
      const [started, done] = await department.replies(commandKey, 2);
      expect([started?.data.actor, done?.data.actor]).toEqual([actor, actor]);
      const { sealNumber } = (done as Reply).data.output as { sealNumber: string };
      expect((await ask(`${department.url}/v1/records/seal/${sealNumber}`, { as: here })).status).toBe(200);
      expect((await ask(`${department.url}/v1/records/seal/${sealNumber}`, { as: there })).status).toBe(404);
    });

    test('a system acts for the officer whom it names', async () => {
      const { caseId } = await department.request(FILE, seal('91330106MA0000NL54'), { mode: 'officer' });
      const { id } = await workItemOf(caseId);
      const claimed = await ask(`${department.url}/v1/work-items/${id}/claim`, {
        body: { by: 'officer 017' },
        headers: { 'if-match': '*' },
        as: systemOf('public-security'),
      });
      expect(claimed.body).toMatchObject({ claimedBy: 'officer 017', actedBy: { type: 'system', onBehalfOf: 'officer 017' } });
    });
  });

  describe('what its own system tells', () => {
    const uscc = '91330106MA0000015K';
    const filed = { type: sealFiled.type, data: { uscc, sealNumber: '3301060000017' } };
    const tell = (body: object, as: Who = systemOf('public-security')): Promise<Answer<{ id: string }>> =>
      ask(`${department.url}/v1/events`, { body, as, headers: { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` } });

    test('is on its topic under the id that was answered, about what it said, and of its request', async () => {
      const subject = uuidv7();
      const { status, body } = await tell({ ...filed, subject, process: 'seal-by-mail', division: '330106' });
      expect(status).toBe(202);
      const [told] = await department.told(subject);
      expect(told).toMatchObject({ ...filed, ...body, subject, source: 'public-security', department: 'public-security' });
      expect(told).toMatchObject({ process: 'seal-by-mail', division: '330106', traceparent: expect.stringContaining('ab'.repeat(16)) });
    });

    test('keeps its order for one subject', async () => {
      const subject = uuidv7();
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push((await tell({ ...filed, subject })).body.id);
      expect((await department.told(subject, 5)).map(({ id }) => id)).toEqual(ids);
    });

    test.each([
      ['a type of another department', { type: 'gov.hengtong.taxpayer.registered.v1' }, [{ pointer: '/type' }]],
      ['what only the department’s software knows', { type: 'gov.hengtong.record.voided.v1' }, [{ pointer: '/type' }]],
      ['data without what is needed', { data: { uscc } }, [{ pointer: '/data/sealNumber', detail: 'is missing: it must be a string' }]],
      ['data with another field', { data: { ...filed.data, holder: '张三' } }, [{ pointer: '/data/holder', detail: 'is not known here' }]],
      ['data of another type', { data: { uscc: 7, sealNumber: '1' } }, [{ pointer: '/data/uscc', detail: 'must be a string' }]],
    ])('is refused with the findings: %s', async (_what, wrong, errors) => {
      const subject = uuidv7();
      const answer = await tell({ ...filed, subject, ...wrong });
      expect(answer).toMatchObject({ status: 422, body: { type: 'https://hengtong.dev/problems/unprocessable', errors } });
      // What comes after it is all that there is.
      const { body } = await tell({ ...filed, subject });
      expect((await department.told(subject)).map(({ id }) => id)).toEqual([body.id]);
    });

    test.each([
      ['a subject that is no UUID', { subject: 'case-1' }, '/subject'],
      ['a division that is none', { division: '33' }, '/division'],
      ['a field that is not known', { source: 'taxation' }, '/source'],
      ['a character that cannot be kept', { data: { uscc: '\0', sealNumber: '1' } }, '/data/uscc'],
    ])('is sent back: %s', async (_what, wrong, pointer) => {
      expect(await tell({ ...filed, subject: uuidv7(), ...wrong })).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    test('is told by nobody else', async () => {
      const unscoped = { ...systemOf('public-security'), scope: 'records:write' };
      for (const as of [systemOf('taxation'), officerOf('public-security', '330106'), operator, unscoped])
        expect((await tell({ ...filed, subject: uuidv7() }, as)).status).toBe(403);
    });
  });
});
