import { setTimeout as pause } from 'node:timers/promises';
import type { HotClient } from '@hengtong/persistence';
import { type Outcome, recordAttempts } from '../../adapters/postgres/deliveries/index.ts';
import type { Log } from './ports.ts';

/** The most outcomes in one transaction. */
const MOST = 500;
/** Milliseconds for which the first one waits for others. */
const GATHER = 2;
/** Milliseconds after which a transaction that failed is tried again. */
const AGAIN = 500;

/** Records outcomes, those that come close together in one transaction. */
export class Recorder {
  private readonly hot: HotClient;
  private readonly log: Log;
  private readonly signal: AbortSignal;
  private waiting: { readonly outcome: Outcome; readonly recorded: () => void }[] = [];
  private flushing: Promise<void> | undefined;

  /** @param signal once it is aborted, what cannot be recorded at the first try is left: those deliveries will be made again. */
  constructor(hot: HotClient, log: Log, signal: AbortSignal) {
    this.hot = hot;
    this.log = log;
    this.signal = signal;
  }

  /** Calls back when it is recorded; not at all if it never is. */
  add(outcome: Outcome, recorded: () => void): void {
    this.waiting.push({ outcome, recorded });
    this.flushing ??= this.flush().finally(() => (this.flushing = undefined));
  }

  /** Resolves when nothing waits to be recorded. */
  async drained(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  private async flush(): Promise<void> {
    await pause(GATHER);
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST);
      if (await this.isKept(batch.map(({ outcome }) => outcome))) for (const { recorded } of batch) recorded();
    }
  }

  private async isKept(outcomes: readonly Outcome[]): Promise<boolean> {
    for (;;) {
      try {
        await recordAttempts(this.hot, outcomes);
        return true;
      } catch (err) {
        this.log.warn({ err, attempts: outcomes.length }, 'attempts could not be recorded');
        if (this.signal.aborted) return false;
        await pause(AGAIN);
      }
    }
  }
}
