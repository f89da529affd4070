import { expect, test } from '@jest/globals';
import type { Grant } from '@hengtong/contracts';
import { agencyOf } from '@hengtong/testing';
import { HubUnderTest, OPENED, within } from './testing/hub.ts';

const hub = new HubUnderTest();
const agency = agencyOf('bureau-of-keys');
const wish = { types: [OPENED], purpose: '企业开办统计', until: within(3_600_000) };

const ask = (body: object, key: string, as = agency) => hub.ask<Grant>('/v1/grants', { as, body, headers: { 'idempotency-key': key } });

test('the same request under the same key gets the same answer, also at the same moment, and is done once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask(wish, 'one')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const { rows } = await hub.pool.query('select from grants where agency = $1', ['bureau-of-keys']);
  expect(rows).toHaveLength(1);
});

test('a key stands for one request of one client, and a request that is refused leaves none behind', async () => {
  await ask(wish, 'two');
  expect((await ask({ ...wish, purpose: '另一个用途' }, 'two')).status).toBe(422);
  expect((await ask(wish, 'two', agencyOf('another-bureau'))).status).toBe(201);
  expect((await ask({ ...wish, types: ['gov.hengtong.moon.landed.v1'] }, 'three')).status).toBe(422);
  expect((await ask(wish, 'three')).status).toBe(201);
});
