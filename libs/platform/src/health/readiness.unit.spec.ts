import { expect, jest, test } from '@jest/globals';
import { degradedWithout } from './health-check.ts';
import { readiness } from './readiness.ts';

const well = () => Promise.resolve();
const failing = () => Promise.reject(new Error('connection refused'));

test('ready when all checks are well', async () => {
  expect(await readiness({ database: well, bus: well })).toEqual({
    status: 'ready',
    checks: { database: { status: 'ok' }, bus: { status: 'ok' } },
  });
});

test('a check that fails makes it unavailable, and says why', async () => {
  expect(await readiness({ database: failing, bus: well })).toEqual({
    status: 'unavailable',
    checks: { database: { status: 'failed', detail: 'connection refused' }, bus: { status: 'ok' } },
  });
});

test('what it can do without only degrades it', async () => {
  const bus = degradedWithout(failing, 'applications are taken and sent on when the bus is back');
  expect(await readiness({ database: well, bus })).toEqual({
    status: 'degraded',
    checks: { database: { status: 'ok' }, bus: { status: 'degraded', detail: 'applications are taken and sent on when the bus is back' } },
  });
});

test('a check that does not answer within 2 s has failed', async () => {
  jest.useFakeTimers();
  const state = readiness({ database: () => new Promise<never>(() => undefined) });
  await jest.advanceTimersByTimeAsync(2_000);
  jest.useRealTimers();
  expect(await state).toEqual({ status: 'unavailable', checks: { database: { status: 'failed', detail: 'no answer within 2 s' } } });
});
