import { createCipheriv, createDecipheriv } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What every cursor of ours has in it beside the position: whatever else decrypts to it was made with the key. */
const OURS = Buffer.from('hengtong');
const LENGTH = 16;

/**
 * Positions as they are handed out. A position counts all events before it, also those that a reader may not know of, so it is
 * encrypted: one block of AES-128, in which position and `OURS` fill the block, so that equal positions give equal cursors and no other
 * relation between positions can be seen.
 */
export class Cursors {
  private readonly key: Buffer;
  /** All who read along are told the same newest positions. */
  private readonly made = new LRUCache<number, string>({ max: 10_000 });

  /** `key`: 16 bytes, the same for all processes of a hub. */
  constructor(key: Buffer) {
    this.key = key;
  }

  of(position: number): string {
    const known = this.made.get(position);
    if (known !== undefined) return known;
    const block = Buffer.alloc(LENGTH);
    block.writeBigUInt64BE(BigInt(position));
    OURS.copy(block, LENGTH - OURS.length);
    const cursor = createCipheriv('aes-128-ecb', this.key, null).setAutoPadding(false).update(block).toString('base64url');
    this.made.set(position, cursor);
    return cursor;
  }

  /** The way back from `of`; undefined for what is no cursor of this hub. */
  read(cursor: string): number | undefined {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length !== LENGTH || sealed.toString('base64url') !== cursor) return undefined;
    const block = createDecipheriv('aes-128-ecb', this.key, null).setAutoPadding(false).update(sealed);
    return block.subarray(LENGTH - OURS.length).equals(OURS) ? Number(block.readBigUInt64BE()) : undefined;
  }
}
