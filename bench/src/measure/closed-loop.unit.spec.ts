import { expect, test } from '@jest/globals';

import { ClosedLoop } from './closed-loop.ts';

/** A system that closes each case on the next turn of the event loop. */
function quickSystem() {
  let opened = 0;
  let mostInFlight = 0;
  const inFlight = new Set<string>();
  const loop: ClosedLoop = new ClosedLoop((count) => {
    for (let i = 0; i < count; i++) {
      const id = `case-${++opened}`;
      inFlight.add(id);
      loop.opened(id);
      setImmediate(() => {
        inFlight.delete(id);
        loop.closed([id]);
      });
    }
    mostInFlight = Math.max(mostInFlight, inFlight.size);
  });
  return { loop, inFlight, opened: () => opened, mostInFlight: () => mostInFlight };
}

test('keeps exactly as many in flight as asked, and leaves none behind', async () => {
  const system = quickSystem();
  const measured = await system.loop.run({ inFlight: 5, warmUpMs: 5, measureMs: 30 });
  expect(system.mostInFlight()).toBe(5);
  expect(system.inFlight.size).toBe(0);
  expect(measured.casesPerSecond).toBeGreaterThan(0);
  expect(measured.p50).toBeLessThanOrEqual(measured.p99);
});

test('a case that ends twice, or was never opened, counts once, or not at all', async () => {
  const system = quickSystem();
  system.loop.closed(['case-of-somebody-else']);
  expect(system.opened()).toBe(0);
});

test('a second load starts afresh', async () => {
  const system = quickSystem();
  await system.loop.run({ inFlight: 1, warmUpMs: 0, measureMs: 10 });
  const before = system.opened();
  await system.loop.run({ inFlight: 3, warmUpMs: 0, measureMs: 10 });
  expect(system.opened()).toBeGreaterThan(before);
  expect(system.mostInFlight()).toBe(3);
});

test('a failure ends the load, and no later one begins as if nothing had been', async () => {
  const loop: ClosedLoop = new ClosedLoop(() => loop.fail(new Error('answered with 500')));
  await expect(loop.run({ inFlight: 1, warmUpMs: 0, measureMs: 1 })).rejects.toThrow('answered with 500');
  await expect(loop.run({ inFlight: 1, warmUpMs: 0, measureMs: 1 })).rejects.toThrow('answered with 500');
});
