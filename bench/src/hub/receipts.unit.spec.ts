import { expect, test } from '@jest/globals';

import { Receipts } from './receipts.ts';

const event = (n: number, sentAt?: number) => ({ data: { n, ...(sentAt !== undefined && { sentAt }) } });

test('what one endpoint has had before is repeated, and it is noticed when it comes by another id', () => {
  const receipts = new Receipts();
  receipts.note(0, 'one', event(1));
  receipts.note(1, 'one', event(1));
  receipts.note(0, 'one', event(1));
  receipts.note(0, 'other', event(1));
  expect(receipts.take()).toMatchObject({ count: 4, repeated: 2, otherId: 1, latencies: [] });
});

test('what was taken is not counted again, but not forgotten either', () => {
  const receipts = new Receipts();
  receipts.note(0, 'one', event(1, Date.now() - 1_000));
  const { latencies, firstAt, lastAt } = receipts.take();
  expect(latencies).toHaveLength(1);
  expect(latencies[0]).toBeGreaterThanOrEqual(1_000);
  expect(lastAt).toBe(firstAt);
  receipts.note(0, 'one', event(1));
  expect(receipts.take()).toMatchObject({ count: 1, repeated: 1, otherId: 0 });
});
