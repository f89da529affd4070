import type { BenchKafka } from '../infrastructure.ts';
import { applications } from './applications.ts';
import type { Process } from './applications.ts';
import { caseClient, proveByOneCase, type Token } from './case-client.ts';
import { observeClosing } from './closing-observer.ts';

/** Where cases are opened and seen to close. */
export type CasesOptions = { process: Process; orchestratorUrl: string; token: Token; kafka: BenchKafka };

/** What becomes of them. A case goes by the number of its POST, since its time runs from then and it has no id yet. */
export type CasesEvents = { opened: (post: string) => void; closed: (posts: string[]) => void; failed: (error: Error) => void };

/** Opens cases without waiting for them. `partitions` is what the system was found to work with. */
export type Cases = { partitions: number; open: (count: number) => void; stop: () => Promise<void> };

/** Opens cases of one process by REST once it has shown with one that it works, and tells when each is seen to be closed. */
export async function openCases(
  { process, orchestratorUrl, token, kafka }: CasesOptions,
  { opened, closed, failed }: CasesEvents,
): Promise<Cases> {
  const client = caseClient(orchestratorUrl, token);
  const next = applications(process);
  const posts = new Map<string, string>();
  const closedBeforeAnswered = new Set<string>();
  let count = 0;

  const openOne = async () => {
    const post = `post-${++count}`;
    opened(post);
    const id = await client.open(next());
    if (closedBeforeAnswered.delete(id)) closed([post]);
    else posts.set(id, post);
  };

  const onClosed = (ids: string[]) => {
    const known: string[] = [];
    for (const id of ids) {
      const post = posts.get(id);
      if (post === undefined) closedBeforeAnswered.add(id);
      else known.push(post);
      posts.delete(id);
    }
    if (known.length > 0) closed(known);
  };

  await proveByOneCase(orchestratorUrl, token, next());
  const observer = await observeClosing(kafka, { closed: onClosed, failed });
  return {
    partitions: observer.partitions,
    open: (cases) => {
      for (let i = 0; i < cases; i++) openOne().catch((error: unknown) => failed(error as Error));
    },
    stop: async () => {
      client.close();
      await observer.stop();
    },
  };
}
