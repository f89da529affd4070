import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds between two polls: little while messages come, more the longer none does. */
const SHORTEST = 2;
const LONGEST = 50;
/** How long polls stay close together after the last message: the next step of a case that is under way comes within that. */
const STAY_QUICK = 250;

/** How long to wait before the next poll; woken early when there is something to do. */
export class Pace {
  private busyAt = performance.now();
  private wait = SHORTEST;
  private wake: (() => void) | undefined;
  private interrupted = false;

  /** A poll has found something. */
  busy(): void {
    this.busyAt = performance.now();
    this.wait = SHORTEST;
  }

  /** Ends the rest that is under way, or else the next one. */
  interrupt(): void {
    this.interrupted = true;
    this.wake?.();
  }

  /** Rests; after an interruption for one turn of the event loop only, so that all that settle in it share the next poll. */
  async rest(): Promise<void> {
    if (!this.interrupted) await this.pause();
    if (this.interrupted) await turn();
    else if (performance.now() - this.busyAt > STAY_QUICK) this.wait = Math.min(LONGEST, this.wait * 1.5);
    this.interrupted = false;
  }

  private async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.wait);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}
