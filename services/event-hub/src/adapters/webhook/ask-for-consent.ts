import type { Posted, Transport } from './transport.ts';

/** Whether a sink wants our deliveries, and how many a minute it takes at the most. */
export type Consent =
  | { readonly given: true; readonly perMinute?: number }
  | { readonly given: false; readonly reason: string; readonly answer: Posted };

/**
 * Asks a sink whether it wants what we are about to send, so that nobody can point us at a stranger: the abuse protection of
 * CloudEvents' "HTTP 1.1 Web Hooks for Event Delivery", section 4. Nothing is delivered before this has been answered with yes.
 * @param origin who asks: a DNS name. @param perMinute how many requests a minute we would like to send.
 */
export async function askForConsent(transport: Transport, sink: string, origin: string, perMinute: number): Promise<Consent> {
  const { headers, ...answer } = await transport.exchange('OPTIONS', sink, {
    'webhook-request-origin': origin,
    'webhook-request-rate': perMinute.toString(),
  });
  const refused = (reason: string): Consent => ({ given: false, reason, answer });
  if (answer.status === undefined) return refused(`the sink did not answer OPTIONS: ${answer.error}`);
  if (answer.status < 200 || answer.status > 299) return refused(`the sink answered OPTIONS with ${answer.status}`);

  const allowed = headers['webhook-allowed-origin'];
  if (allowed === undefined) return refused('the answer to OPTIONS has no WebHook-Allowed-Origin');
  if (allowed !== '*' && allowed !== origin) return refused(`the sink allows ${allowed.toString()}, not ${origin}`);

  const rate = headers['webhook-allowed-rate'];
  if (rate === '*') return { given: true };
  // A sink that allows us and names no rate takes the one that we asked for.
  if (rate === undefined) return { given: true, perMinute };
  if (typeof rate !== 'string' || !/^[1-9]\d{0,8}$/.test(rate)) return refused(`WebHook-Allowed-Rate is no number: ${rate.toString()}`);
  return { given: true, perMinute: Number(rate) };
}
