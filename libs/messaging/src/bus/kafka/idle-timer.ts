import { createRequire } from 'node:module';

/** The part of kafkajs's request queue that is put right here. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

/** How soon requests that wait are looked at again, in milliseconds; as kafkajs has it. */
const CHECK_PENDING_EVERY = 10;

/**
 * kafkajs 2.2.4 looks at each connection's queue every millisecond for ever, whether or not anything waits in it, by a timeout that it
 * computes as negative (TimeoutNegativeWarning on Node 24; tulios/kafkajs#1556, #1704, #1751, mended in none of its releases).
 * With this the queue is looked at only while something waits. Safe to call again.
 */
export function stopIdleTimer(): void {
  const queue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueue };
  queue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      Math.max(CHECK_PENDING_EVERY, this.throttledUntil - Date.now()),
    );
  };
}
