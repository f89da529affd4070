import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authorization, operator } from '@hengtong/testing';
import { Module } from '@nestjs/common';
import type { Service } from '../http/service.ts';
import type { HealthCheck } from './health-check.ts';
import { serve } from '../testing/serve.ts';

@Module({})
class EmptyModule {}

let database: HealthCheck = () => Promise.resolve();
let service: Service;
beforeAll(async () => {
  service = await serve(EmptyModule, { checks: { database: () => database() } });
});
afterAll(() => service.stop());

async function ready(): Promise<[number, unknown]> {
  const answer = await fetch(`${service.url}/health/ready`);
  return [answer.status, await answer.json()];
}

test('alive is whoever answers', async () => {
  expect(await (await fetch(`${service.url}/health/live`)).json()).toEqual({ status: 'alive' });
});

test('readiness asks each time', async () => {
  expect(await ready()).toEqual([200, { status: 'ready', checks: { database: { status: 'ok' }, issuer: { status: 'ok' } } }]);
  database = () => Promise.reject(new Error('connection refused'));
  expect(await ready()).toEqual([
    503,
    { status: 'unavailable', checks: { database: { status: 'failed', detail: 'connection refused' }, issuer: { status: 'ok' } } },
  ]);
  database = () => Promise.resolve({ degraded: 'slowly' });
  expect(await ready()).toEqual([
    200,
    { status: 'degraded', checks: { database: { status: 'degraded', detail: 'slowly' }, issuer: { status: 'ok' } } },
  ]);
});

test('metrics count requests by the pattern of their route, and tell of the process', async () => {
  await fetch(`${service.url}/nowhere/at/all`);
  const metrics = await (await fetch(`${service.url}/metrics`, { headers: await authorization(operator) })).text();
  expect(metrics).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d+/);
  expect(metrics).toMatch(/http_request_duration_seconds_count\{method="GET",route="none",status="404"\} 1/);
  expect(metrics).toContain('process_resident_memory_bytes');
});
