import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

/** What raw does for each hop. Changed once since: it says who it is when it connects, as the real system does; no hop is another for it. */
const FROZEN = ['wire.ts', 'store.ts', 'pipeline.ts', 'worker.process.ts', 'coordinator.process.ts'];

test('raw is frozen: it is what the real system is held against, and figures of two days can only be compared if it stays', () => {
  const digest = createHash('sha256');
  for (const file of FROZEN) digest.update(readFileSync(`${import.meta.dirname}/${file}`));
  expect(digest.digest('hex')).toBe('63551023471ac3517055447797f8af77ff82446f261657c350c3c4c66788bdc8');
});
