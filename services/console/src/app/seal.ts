import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes: of the secret in a cookie, of a key for AES-256, of a nonce and a tag of GCM (NIST SP 800-38D). */
const [SECRET, KEY, NONCE, TAG] = [32, 32, 12, 16];

/** What follows from a cookie's secret. The database knows `id` alone, and neither secret nor key follow from that. */
export interface SessionKeys {
  /** Under which the session is stored. */
  readonly id: Buffer;
  /** With which its tokens are sealed, so that the database alone opens nothing. */
  readonly key: Buffer;
}

/** A new secret for a cookie: 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(SECRET).toString('base64url');

/** Derives both (HKDF, RFC 5869). undefined for anything that is no secret of ours. */
export function keysOf(secret: string): SessionKeys | undefined {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const derived = (info: string) => Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `hengtong console ${info}`, KEY));
  return { id: derived('session id'), key: derived('session tokens') };
}

/** Seals something that JSON can say, bound to its session. */
export function seal({ id, key }: SessionKeys, content: unknown): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(id);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The way back. @throws when it was sealed for another session, or changed since. */
export function unseal({ id, key }: SessionKeys, sealed: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(id);
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8'));
}
