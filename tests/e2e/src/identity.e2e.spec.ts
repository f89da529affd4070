import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoCases } from '@hengtong/local';
import { type Answer, ask, eventually, type TestSystem } from '@hengtong/testing';
import type { Case } from '@hengtong/contracts';
import { systemWithItsIssuer } from './own-issuer.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await systemWithItsIssuer();
});
afterAll(() => system.stop());

/** Asks with a token of the local issuer, for a client or a person of deploy/local/identity.yaml. */
async function as<Body>(name: string, url: string, body?: unknown): Promise<Answer<Body>> {
  const headers = { authorization: `Bearer ${await system.tokenFor(name)}` };
  return ask<Body>(url, { as: 'nobody', headers, ...(body !== undefined && { body }) });
}

async function statusFor(name: string, url: string, body?: unknown): Promise<number> {
  return (await as(name, url, body)).status;
}

test('the portal opens a case and follows it to its end; nobody else may open one', async () => {
  const cases = `${system.orchestratorUrl}/v1/cases`;
  const make = demoCases();
  const opened = await as<Case>('applicants-portal', cases, make(0));
  expect(opened.status).toBe(201);
  await eventually(async () => {
    expect((await as<Case>('applicants-portal', `${cases}/${opened.body.id}`)).body).toMatchObject({ outcome: 'granted' });
  });
  for (const other of ['taxation', 'statistics', 'he.min', 'sun.tao', 'zhou.yan']) expect(await statusFor(other, cases, make(1))).toBe(403);
});

test('an officer is at home in one department, a system too; an operator anywhere, as far as the role goes', async () => {
  const [taxation, housingFund] = ['taxation', 'housing-fund'].map((name) => `${system.departments[name]}/v1`);
  for (const own of ['zhou.yan', 'taxation', 'he.min']) expect(await statusFor(own, `${taxation}/work-items`)).toBe(200);
  for (const other of ['zhou.yan', 'taxation']) expect(await statusFor(other, `${housingFund}/work-items`)).toBe(403);
  expect(await statusFor('statistics', `${taxation}/work-items`)).toBe(403);
  expect(await statusFor('he.min', `${taxation}/dead-letters`)).toBe(200);
  // There is no such dead letter: whoever may act is told so, whoever may only watch is not let that far.
  const redrive = `${taxation}/dead-letters/019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00/redrive`;
  expect(await statusFor('sun.tao', redrive, {})).toBe(404);
  expect(await statusFor('he.min', redrive, {})).toBe(403);
});

test('while the issuer is down its tokens go on, and a service says what it cannot do; with its return all is well', async () => {
  const url = `${system.departments['taxation']}`;
  await system.tokenFor('taxation');
  await system.identity.kill();
  expect(await statusFor('taxation', `${url}/v1/work-items`)).toBe(200);
  await eventually(async () => {
    expect((await ask(`${url}/health/ready`, { as: 'nobody' })).body).toMatchObject({ status: 'degraded' });
  }, 30_000);
  await system.identity.restart();
  expect(await statusFor('credit-platform', `${url}/v1/work-items`)).toBe(403);
  await eventually(async () => {
    expect((await ask(`${url}/health/ready`, { as: 'nobody' })).body).toMatchObject({ status: 'ready' });
  });
});
