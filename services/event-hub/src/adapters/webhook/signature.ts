import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Bytes of a secret, after Standard Webhooks. */
const [SHORTEST, LONGEST] = [24, 64];

/** A new secret for a subscription: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** Whether a text is a secret as Standard Webhooks wants it: `whsec_` and 24 to 64 bytes in base64, padded. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const key = keyOf(text);
  return key.length >= SHORTEST && key.length <= LONGEST && key.toString('base64') === text.slice(PREFIX.length);
}

/**
 * The headers that prove who sent a body and when (Standard Webhooks 1.0, symmetric signatures).
 * @param id the event's id: the same for each attempt, so that a receiver can tell what it has already had.
 * @param at milliseconds since 1970; the header has seconds.
 * @param secrets each signs, so that a receiver may check with the old one or the new one while they are rotated.
 */
export function signed(id: string, at: number, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at / 1_000).toString();
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64');
