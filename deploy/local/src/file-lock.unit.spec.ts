import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withFileLock } from './file-lock.ts';

const lockFile = async () => join(await mkdtemp(join(tmpdir(), 'lock-')), 'lock');

test('of several at once, one works at a time', async () => {
  const file = await lockFile();
  let atWork = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++atWork);
    await readFile(file);
    atWork -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withFileLock(file, 5_000, work)));
  expect(most).toBe(1);
});

test('the lock of a process that has died is taken over', async () => {
  const file = await lockFile();
  await writeFile(file, '4194305'); // above the largest process number that Linux gives
  await expect(withFileLock(file, 5_000, async () => 'done')).resolves.toBe('done');
});

test('a lock that somebody living holds is waited for, then named', async () => {
  const file = await lockFile();
  await writeFile(file, String(process.pid));
  await expect(withFileLock(file, 1, async () => 'done')).rejects.toThrow(file);
});
