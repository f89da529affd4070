import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';

const built = join(import.meta.dirname, '../dist/web');

test('the page first loads at most 400 kB of compressed JavaScript; code views, charts and forms come with their screens', () => {
  const index = readFileSync(join(built, 'index.html'), 'utf8');
  const first = [...index.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file]) => readFileSync(join(built, file ?? '')));
  expect(first.length).toBeGreaterThan(0);
  const kilobytes = first.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000;
  expect(kilobytes).toBeLessThanOrEqual(400);
  // And it is the page: React, its router and its calls alone are more than 100 kB.
  expect(kilobytes).toBeGreaterThan(100);
});
