import { ClosedLoop } from '../measure/closed-loop.ts';
import type { Load, Measured } from '../measure/closed-loop.ts';
import { applications } from './applications.ts';
import type { Process } from './applications.ts';
import { caseClient, proveByOneCase } from './case-client.ts';
import { observeClosing } from './closing-observer.ts';

/** Keeps real cases in flight. `partitions` is what the system was found to work with. */
export type CaseDriver = { partitions: number; run: (load: Load) => Promise<Measured>; stop: () => Promise<void> };

/** Opens cases of one process by REST and times each from its `POST` until it is seen to be closed. */
export async function driveCases(process: Process, orchestratorUrl: string, brokers: string[]): Promise<CaseDriver> {
  const client = caseClient(orchestratorUrl);
  const next = applications(process);
  const posts = new Map<string, string>();
  const closedBeforeAnswered = new Set<string>();
  let count = 0;

  // The time runs from the POST, when the case has no id yet: until the answer it goes by the number of its POST.
  const openOne = async () => {
    const post = `post-${++count}`;
    loop.opened(post);
    const id = await client.open(next());
    if (closedBeforeAnswered.delete(id)) loop.closed([post]);
    else posts.set(id, post);
  };
  const loop: ClosedLoop = new ClosedLoop((cases) => {
    for (let i = 0; i < cases; i++) openOne().catch((error: unknown) => loop.fail(error as Error));
  });
  const closed = (ids: string[]) => {
    const known: string[] = [];
    for (const id of ids) {
      const post = posts.get(id);
      if (post === undefined) closedBeforeAnswered.add(id);
      else known.push(post);
      posts.delete(id);
    }
    loop.closed(known);
  };

  await proveByOneCase(orchestratorUrl, next());
  const observer = await observeClosing(brokers, { closed, failed: (error) => loop.fail(error) });
  return {
    partitions: observer.partitions,
    run: (load) => loop.run(load),
    stop: async () => {
      client.close();
      await observer.stop();
    },
  };
}
