import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/index.ts';
import { connection } from './connection.ts';

/** Milliseconds between two looks at what is live. */
export const LIVE = 2_000;

/** Milliseconds between two questions to the console whether it is there, and who is signed in. */
export const HEARTBEAT = 5_000;

/** As often as that, until the answer is one that asking again does not change: refused, not there, nobody signed in. */
export const every =
  (milliseconds: number) =>
  ({ state: { error } }: { readonly state: { readonly error: Error | null } }): number | false =>
    error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429 ? false : milliseconds;

/** What the page has asked for and keeps. What is refused is not asked again; what got no answer is, until it does. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1_000,
      retry: (count, error) => count < 3 && error instanceof Problem && (error.status === 0 || error.status >= 502),
      // A browser that believes to be offline may still reach a console on the same machine.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** While the connection is away it is tried every two seconds; when it is back, all that is on the page is asked for again. */
let trying: ReturnType<typeof setInterval> | undefined;
connection.subscribe(() => {
  clearInterval(trying);
  trying = undefined;
  if (connection.get().up) void queries.invalidateQueries();
  else trying = setInterval(() => void queries.refetchQueries({ queryKey: ['session'] }), LIVE);
});
