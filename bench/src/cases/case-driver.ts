import { ClosedLoop } from '../measure/closed-loop.ts';
import type { Load, Measured } from '../measure/closed-loop.ts';
import { openCases } from './open-cases.ts';
import type { Cases, CasesOptions } from './open-cases.ts';

/** Keeps real cases in flight. */
export type CaseDriver = { partitions: number; run: (load: Load) => Promise<Measured>; stop: () => Promise<void> };

/** A closed loop of cases of one process, each timed from its `POST` until it is seen to be closed. */
export async function driveCases(options: CasesOptions): Promise<CaseDriver> {
  const loop: ClosedLoop = new ClosedLoop((count) => cases.open(count));
  const cases: Cases = await openCases(options, {
    opened: (post) => loop.opened(post),
    closed: (posts) => loop.closed(posts),
    failed: (error) => loop.fail(error),
  });
  return { partitions: cases.partitions, run: (load) => loop.run(load), stop: cases.stop };
}
