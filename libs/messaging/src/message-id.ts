import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

// Random bytes for 256 ids at a time: asking the system for each id costs more than all else about it.
const pool = new Uint8Array(4096);
let used = pool.length;

/** A new message id: a UUIDv7 (RFC 9562), which begins with the time in milliseconds. */
export function newMessageId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return v7({ random: pool.subarray(used, (used += 16)) });
}
