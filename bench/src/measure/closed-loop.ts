import { performance } from 'node:perf_hooks';

import { percentiles, round } from './percentiles.ts';
import type { Latency } from './percentiles.ts';

/** How much load for how long. `inFlight` cases are open at any time; a new one starts when one closes. */
export type Load = { inFlight: number; warmUpMs: number; measureMs: number };

/** What a load gave: cases closed per second of the measured time, and the latency of those cases in ms. */
export type Measured = { casesPerSecond: number } & Latency;

/** A case that takes longer is lost, not slow: nothing is left in flight that could still close it. */
const LOST_AFTER_MS = 60_000;

/**
 * Keeps a fixed number of cases in flight and times each from `opened` to `closed`.
 *
 * `open(count)` is asked to open that many cases; it calls `opened(id)` for each at the moment from which its time
 * counts. Whoever sees cases end calls `closed(ids)`.
 */
export class ClosedLoop {
  readonly #open: (count: number) => void;
  readonly #startedAt = new Map<string, number>();
  #opening = false;
  #latencies: number[] | undefined;
  #drained: (() => void) | undefined;
  readonly #failure = Promise.withResolvers<never>();

  constructor(open: (count: number) => void) {
    this.#open = open;
    // Whoever runs a load hears of a failure; before and after one nobody waits for it.
    this.#failure.promise.catch(() => undefined);
  }

  /** Something went wrong that makes the figures worthless: the load under way, and every later one, rejects with it. */
  fail(error: Error): void {
    this.#opening = false;
    this.#failure.reject(error);
  }

  /** From now on the time of this case counts. */
  opened(id: string, at = performance.now()): void {
    this.#startedAt.set(id, at);
  }

  /** These cases ended now: their latencies are kept while measuring, and as many are opened in their place. */
  closed(ids: Iterable<string>): void {
    const now = performance.now();
    let count = 0;
    for (const id of ids) {
      const startedAt = this.#startedAt.get(id);
      if (startedAt === undefined) continue;
      this.#startedAt.delete(id);
      this.#latencies?.push(now - startedAt);
      count++;
    }
    if (this.#opening && count > 0) this.#open(count);
    if (!this.#opening && this.#startedAt.size === 0) this.#drained?.();
  }

  /** Runs one load to its end: warms up, measures, then waits until all in flight have closed. */
  async run(load: Load): Promise<Measured> {
    return Promise.race([this.#measure(load), this.#failure.promise]);
  }

  async #measure({ inFlight, warmUpMs, measureMs }: Load): Promise<Measured> {
    this.#opening = true;
    this.#open(inFlight);
    await elapse(warmUpMs);
    const latencies: number[] = (this.#latencies = []);
    const startedAt = performance.now();
    await elapse(measureMs);
    const seconds = (performance.now() - startedAt) / 1000;
    this.#latencies = undefined;
    await this.#drain();
    return { casesPerSecond: round(latencies.length / seconds), ...percentiles(latencies) };
  }

  async #drain(): Promise<void> {
    const drained = new Promise<void>((resolve) => (this.#drained = resolve));
    this.#opening = false;
    this.closed([]);
    const lost = AbortSignal.timeout(LOST_AFTER_MS);
    await Promise.race([
      drained,
      new Promise((_, reject) => lost.addEventListener('abort', () => reject(new Error(`${this.#startedAt.size} cases never closed`)))),
    ]);
  }
}

function elapse(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
