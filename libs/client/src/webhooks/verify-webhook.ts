import { timingSafeEqual } from 'node:crypto';
import { CloudEvent } from '@hengtong/contracts';
import { keyOf, signatureOf } from './sign-webhook.ts';

/** The headers of a request, as `node:http` has them or as `fetch` does. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** Seconds that sender and receiver may be apart in time. Default 300, as Standard Webhooks recommends. */
  readonly tolerance?: number;
  /** The present time in milliseconds since 1970. Default: by the clock. */
  readonly now?: number;
}

/** A request that is not to be believed: answer 400, and do nothing else with it. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
}

/**
 * Holds a webhook against the secrets of its subscription, and gives the event that it carries. During a rotation give both secrets.
 * The same event can come more than once, always under the same `webhook-id`, which is the event’s `id`: keep it, and pass over what you have.
 *
 * ```ts
 * createServer(async (request, response) => {
 *   const body = await text(request); // node:stream/consumers; as it came: JSON that was made again has another signature
 *   try {
 *     const event = verifyWebhook(request.headers, body, [process.env.WEBHOOK_SECRET]);
 *     await keep(event); // and only then say that it has arrived
 *     response.writeHead(204).end();
 *   } catch (error) {
 *     response.writeHead(error instanceof WebhookRefused ? 400 : 500).end();
 *   }
 * }).listen(3000);
 * ```
 * @param rawBody the body as it came, byte for byte
 * @param secrets `whsec_…`
 * @throws {WebhookRefused} with a sentence: a header is missing, too old or too new, signed with none of the secrets, no CloudEvent.
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  rawBody: string | Uint8Array,
  secrets: readonly string[],
  { tolerance = 300, now = Date.now() }: VerifyOptions = {},
): CloudEvent {
  if (secrets.length === 0 || secrets.some((secret) => keyOf(secret).length === 0))
    throw new Error('verifyWebhook needs a secret to check with.');
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(headers, name));
  if (!id || !timestamp || !signatures) throw new WebhookRefused('webhook-id, webhook-timestamp and webhook-signature must be there.');
  if (!/^\d{1,15}$/.test(timestamp)) throw new WebhookRefused('webhook-timestamp must be seconds since 1970.');
  const given = signatures.split(' ');
  if (!secrets.some((secret) => given.some((one) => equal(one, signatureOf(secret, id, timestamp, rawBody)))))
    throw new WebhookRefused('It is signed with none of the secrets.');
  const apart = Math.floor(now / 1_000) - Number(timestamp);
  if (Math.abs(apart) > tolerance) throw new WebhookRefused(`It was sent ${Math.abs(apart)} s ${apart > 0 ? 'ago' : 'from now'}.`);
  return eventIn(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** In a time that does not tell how far they agree. */
function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function eventIn(body: string): CloudEvent {
  try {
    return CloudEvent.parse(JSON.parse(body));
  } catch (cause) {
    throw new WebhookRefused('Its body is no structured CloudEvent.', { cause });
  }
}
