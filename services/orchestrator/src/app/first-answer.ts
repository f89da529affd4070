import { setTimeout as after } from 'node:timers/promises';
import { ProblemError } from '@hengtong/platform';

/** Milliseconds that a request waits for the first one under its key (DESIGN §7). */
const PATIENCE = 2_000;

/** Requests under one key, of which the first is not answered yet. */
export class FirstAnswer {
  private readonly underWay = new Map<string, Promise<unknown>>();

  /**
   * Answers at once, or after the first request under this key that this process has in hand. Another process's is waited for at the key's row.
   * @throws {ProblemError} `still-running` if that is not answered in time; what `answer` throws.
   */
  async before<T>(key: string | undefined, answer: () => Promise<T>): Promise<T> {
    if (key === undefined) return answer();
    const first = this.underWay.get(key);
    if (first) {
      await this.wait(first);
      return answer();
    }
    const own = answer();
    this.underWay.set(key, own);
    try {
      return await own;
    } finally {
      this.underWay.delete(key);
    }
  }

  private async wait(first: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const ended = first.then(
      () => true,
      () => true,
    );
    const isAnswered = await Promise.race([ended, after(PATIENCE, false, { signal: over.signal }).catch(() => false)]);
    over.abort();
    if (isAnswered) return;
    throw new ProblemError(
      'still-running',
      'The first request under this key is still being worked on. Send this one again, and it gets the same answer.',
      {
        errors: [{ pointer: 'Idempotency-Key', detail: 'stands for a request that is not answered yet' }],
        headers: { 'retry-after': '2' },
      },
    );
  }
}
