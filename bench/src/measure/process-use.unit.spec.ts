import { expect, test } from '@jest/globals';

import { watchProcesses } from './process-use.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('counts the CPU seconds of this very process, and its memory', () => {
  const used = watchProcesses([{ name: 'jest', pid: process.pid }]);
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user < 100_000) Math.random();
  const [use] = used();
  expect(use?.name).toBe('jest');
  expect(use?.cpuSeconds).toBeGreaterThan(0.05);
  expect(use?.residentMegabytes).toBeGreaterThan(10);
});

onLinux('a process that has ended has used nothing that can be read', () => {
  const used = watchProcesses([{ name: 'ended', pid: 2 ** 22 + 1, tree: true }]);
  expect(used()).toEqual([{ name: 'ended', cpuSeconds: 0, residentMegabytes: 0 }]);
});
