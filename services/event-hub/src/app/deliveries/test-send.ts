import { type Posted, signed, type Transport } from '../../adapters/webhook/index.ts';
import type { Subscription } from './ports.ts';

/**
 * Sends an event (structured CloudEvent, as JSON) to a subscription's sink right now, once, signed like any other, marked
 * `webhook-test`, and kept nowhere. @returns what came of it.
 */
export async function testSend(
  transport: Transport,
  subscription: Pick<Subscription, 'sink' | 'secrets'>,
  event: { readonly id: string; readonly json: string },
): Promise<Posted> {
  const headers = { ...signed(event.id, Date.now(), event.json, subscription.secrets), 'webhook-test': 'true' };
  return transport.post(subscription.sink ?? '', event.json, headers);
}
