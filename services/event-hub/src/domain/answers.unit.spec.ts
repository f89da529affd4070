import { expect, test } from '@jest/globals';
import { LONG, paceAfter, SLOW, UNKNOWN } from './pace.ts';
import { retryAfter } from './retry-after.ts';
import { verdictOn } from './verdict.ts';

test('2xx is delivered, 410 unsubscribes, everything else has failed', () => {
  expect([200, 204, 299].map(verdictOn)).toEqual(['delivered', 'delivered', 'delivered']);
  expect(verdictOn(410)).toBe('gone');
  expect([undefined, 302, 400, 404, 429, 500, 503].map(verdictOn)).toEqual(Array(7).fill('failed'));
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 24 Nov 2026 08:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 07:00:00 GMT', 0],
  ['1.5', undefined],
  ['-5', undefined],
  ['2026', 2_026_000],
  ['9999999999', undefined],
  ['soon', undefined],
  ['Tuesday', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j asks for %j ms', (header, wait) => {
  expect(retryAfter(header, Date.UTC(2026, 10, 24, 8))).toBe(wait);
});

test('an endpoint that answers fast gets more attempts at once; a failure halves them; what takes long is held to one', () => {
  let pace = UNKNOWN;
  for (let i = 0; i < 100; i++) pace = paceAfter(pace, true, 10);
  expect(pace).toEqual({ limit: 32, slow: false });
  expect(paceAfter(pace, false, 10)).toEqual({ limit: 16, slow: false });
  expect(paceAfter(pace, true, 900)).toEqual({ limit: 2, slow: false });
  expect(paceAfter(pace, true, LONG)).toEqual(SLOW);
  expect(paceAfter(SLOW, true, 10)).toEqual({ limit: 2, slow: false });
});
