const FIRST = 100;
const LONGEST = 5_000;
/** Share of the wait that is left to chance, so that many who wait for one thing do not come back all at once. */
const JITTER = 0.2;

/** Milliseconds to wait after `failures` failures in a row (0 is the first): 100 ms, doubled each time, at most 5 s, ± 20 %. */
export function backoff(failures: number): number {
  return Math.min(LONGEST, FIRST * 2 ** failures) * (1 + JITTER * (2 * Math.random() - 1));
}
