import { createHmac } from 'node:crypto';

/** The bytes of a secret as it is shown: `whsec_` and their base64. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** The signature with one secret (Standard Webhooks, “Signature scheme”), over the bytes as they are. */
export const signatureOf = (secret: string, id: string, timestamp: string, body: string | Uint8Array): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;

/**
 * The headers of a webhook as the event hub sends them: for receivers that are tried out on a developer’s own machine.
 * @param secrets `whsec_…`; each signs
 * @param at milliseconds since 1970
 */
export function signWebhook(id: string, body: string, secrets: readonly string[], at: number = Date.now()): Record<string, string> {
  const timestamp = Math.floor(at / 1_000).toString();
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(secret, id, timestamp, body)).join(' '),
  };
}
