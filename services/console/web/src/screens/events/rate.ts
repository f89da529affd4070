/** Seconds that are looked back on. */
export const LOOK_BACK = 300;

/** How many events happened in each of the last 300 seconds, by their own times: what comes late is counted where it belongs. */
export class Rate {
  private readonly bySecond = new Map<number, number>();
  private since: number | undefined;

  /** An event that happened at a moment, in ms since 1970. */
  count(at: number): void {
    const second = Math.floor(at / 1000);
    this.bySecond.set(second, (this.bySecond.get(second) ?? 0) + 1);
  }

  /** From this moment on all events are known, in ms since 1970; never less than was known before. */
  knownSince(at: number): void {
    this.since = Math.min(this.since ?? Infinity, at);
  }

  /**
   * Events of each whole second up to the one before `now` (ms since 1970), oldest first; `null` where not all are known.
   * @returns 300 times (seconds since 1970) and as many counts
   */
  series(now: number): { readonly times: readonly number[]; readonly counts: readonly (number | null)[] } {
    const end = Math.floor(now / 1000);
    for (const second of this.bySecond.keys()) if (second < end - LOOK_BACK) this.bySecond.delete(second);
    const times = Array.from({ length: LOOK_BACK }, (_, index) => end - LOOK_BACK + index);
    const from = Math.ceil((this.since ?? Infinity) / 1000);
    return { times, counts: times.map((second) => (second < from ? null : (this.bySecond.get(second) ?? 0))) };
  }
}
