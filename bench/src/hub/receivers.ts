import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { startChild } from '../measure/child-protocol.ts';
import type { Pulled, PullOptions } from './pull-all.ts';
import type { Received } from './receipts.ts';

/** What the process of the receivers is asked for. */
export type Question =
  | { want: 'endpoints'; count: number }
  | { want: 'hang'; endpoints: readonly number[] }
  | { want: 'readers'; urls: readonly string[]; token: string }
  | { want: 'count' }
  | { want: 'received' }
  | ({ want: 'pull' } & PullOptions);

/** All who receive, in one process of their own, so that what they use can be told from what the hub uses. */
export type Receivers = {
  name: string;
  pid: number;
  /** Opens so many endpoints for webhooks; gives their addresses. */
  endpoints: (count: number) => Promise<string[]>;
  /** From now on these endpoints take requests and never answer. */
  hang: (endpoints: readonly number[]) => Promise<void>;
  /** Opens a stream of server-sent events at each address; resolves when all have begun. */
  readers: (urls: readonly string[], token: string) => Promise<void>;
  /** How many events have come since `received`. */
  count: () => Promise<number>;
  /** Hands out what has come since the last time. */
  received: () => Promise<Received>;
  pull: (options: PullOptions) => Promise<Pulled>;
  /** Resolves when so many events have come since `received`. @throws when nothing more comes for a minute. */
  until: (count: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** Milliseconds between two looks, and after which nothing more is waited for. */
const [LOOK, PATIENCE] = [20, 60_000];

/** Starts the process. */
export async function startReceivers(): Promise<Receivers> {
  const { name, pid, ask, stop } = await startChild('receivers', fileURLToPath(import.meta.resolve('./receivers.process.ts')), {});
  const question = (each: Question) => ask(each);
  const count = async () => (await question({ want: 'count' })) as number;
  return {
    name,
    pid,
    endpoints: async (endpoints) => (await question({ want: 'endpoints', count: endpoints })) as string[],
    hang: async (endpoints) => void (await question({ want: 'hang', endpoints })),
    readers: async (urls, token) => void (await question({ want: 'readers', urls, token })),
    count,
    received: async () => (await question({ want: 'received' })) as Received,
    pull: async (options) => (await question({ want: 'pull', ...options })) as Pulled,
    until: async (wanted) => {
      for (let [seen, at] = [0, performance.now()]; seen < wanted;) {
        await setTimeout(LOOK);
        const now = await count();
        if (now > seen) [seen, at] = [now, performance.now()];
        else if (performance.now() - at > PATIENCE) throw new Error(`Only ${seen} of ${wanted} events came, and then none for a minute`);
      }
    },
    stop,
  };
}
