/** How long a session lasts, in milliseconds: without any request, and at all. */
export interface SessionTimes {
  readonly idle: number;
  readonly limit: number;
}

/** Milliseconds before its end from which a token is renewed: what it is sent with must not outlive it on the way. */
const MARGIN = 60_000;

/** When a session ends unless something is asked for before. Milliseconds since 1970, as all here. */
export function sessionEnds({ begunAt, seenAt }: { begunAt: number; seenAt: number }, { idle, limit }: SessionTimes): number {
  return Math.min(begunAt + limit, seenAt + idle);
}

/** Whether it is time for another token. Of a token that is short-lived half its time is used, at least. */
export function isStale({ from, until }: { from: number; until: number }, now: number): boolean {
  return now >= until - Math.min(MARGIN, (until - from) / 2);
}
