import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import type { SenderArguments } from '../testing/sender.process.ts';
import { testService, type TestService } from '../testing/test-service.ts';

/** Milliseconds for a test in which a process starts, and a lease must end. */
const PATIENT = 30_000;

let service: TestService;
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await service.close();
}, PATIENT);

/** A process that sends under a key, and how far it has told that it is. */
function victim(key: string, holdsBack: boolean): { child: ChildProcess; committed: () => number; ended: Promise<unknown> } {
  const told: SenderArguments = {
    service: service.name,
    topic: service.topic,
    partitions: 1,
    bus: service.busAddress,
    url: service.url,
    key,
    holdsBack,
  };
  const program = fileURLToPath(new URL('../testing/sender.process.ts', import.meta.url));
  const child = fork(program, [JSON.stringify(told)], { execArgv: ['--disable-warning=ExperimentalWarning'] });
  children.push(child);
  let last = 0;
  child.on('message', (n: number) => (last = n));
  return { child, committed: () => last, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

test.each([
  ['between commit and publish', true],
  ['in the middle of its work', false],
])(
  'after a process was killed %s, the next one sends what was committed and nothing else',
  async (_, holdsBack) => {
    service = await testService();
    const key = service.key(0);
    const heard = await service.hear();
    const { child, committed, ended } = victim(key, holdsBack);
    await eventually(() => expect(committed()).toBeGreaterThan(20));
    child.kill('SIGKILL');
    await ended;
    if (holdsBack) expect(heard.all).toEqual([]);

    const heir = await service.process('heir', { leaseSeconds: 3 });
    await heir.send(key, 0);
    const inTable = await service.committed(0);
    expect(inTable.length).toBeGreaterThan(20);
    await heard.count(inTable.length);
    expect(heard.firsts(0)).toEqual(inTable);
    if (holdsBack) expect(heard.ids(0)).toEqual(inTable);
    await eventually(async () => expect((await service.lanes()).unpublished).toBe(0));
  },
  PATIENT,
);
