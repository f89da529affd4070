import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

/** What raw does for each hop. */
const FROZEN = ['wire.ts', 'store.ts', 'pipeline.ts', 'worker.process.ts', 'coordinator.process.ts'];

test('raw is frozen: it is what the real system is held against, and figures of two days can only be compared if it stays', () => {
  const digest = createHash('sha256');
  for (const file of FROZEN) digest.update(readFileSync(`${import.meta.dirname}/${file}`));
  expect(digest.digest('hex')).toBe('13730fc41fd6f5c48999c349b0b82cb6dbb277336ff0f248988c6c6a9305843f');
});
