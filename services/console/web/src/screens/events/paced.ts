/** Milliseconds between two drawings at the least: nobody reads faster, and a screen that is drawn rarely leaves time for its reader. */
const PACE = 333;

/** Gathers what comes and hands it on a few times a second: the first of a quiet time at once, what comes in between with the next. */
export class Paced<Item> {
  private readonly take: (batch: readonly Item[]) => void;
  private gathered: Item[] = [];
  private handed = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(take: (batch: readonly Item[]) => void) {
    this.take = take;
  }

  push(item: Item): void {
    this.gathered.push(item);
    this.timer ??= setTimeout(() => this.hand(), this.handed + PACE - performance.now());
  }

  /** Forgets what was gathered, and hands on no more. */
  stop(): void {
    clearTimeout(this.timer);
    this.gathered = [];
  }

  private hand(): void {
    const batch = this.gathered;
    this.gathered = [];
    this.timer = undefined;
    this.handed = performance.now();
    this.take(batch);
  }
}
