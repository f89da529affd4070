/** Milliseconds between two batches while the page is not seen, when browsers draw no frames. */
const UNSEEN = 500;

/** Gathers what comes, and hands it on once for each frame that is drawn: what comes in between costs nothing but a push. */
export class PerFrame<Item> {
  private readonly take: (batch: readonly Item[]) => void;
  private gathered: Item[] = [];
  private readonly seen = (): void => this.hand();

  constructor(take: (batch: readonly Item[]) => void) {
    this.take = take;
    document.addEventListener('visibilitychange', this.seen);
  }

  push(item: Item): void {
    if (this.gathered.push(item) > 1) return;
    if (document.hidden) setTimeout(() => this.hand(), UNSEEN);
    else requestAnimationFrame(() => this.hand());
  }

  /** Forgets what was gathered, and hands on no more. */
  stop(): void {
    this.gathered = [];
    document.removeEventListener('visibilitychange', this.seen);
  }

  private hand(): void {
    if (this.gathered.length === 0) return;
    const batch = this.gathered;
    this.gathered = [];
    this.take(batch);
  }
}
