/**
 * What an answer means for a delivery: `delivered` for any 2xx; `gone` for 410, by which an endpoint unsubscribes; `failed` for
 * everything else, redirects and the missing answer included (Standard Webhooks, "Delivery requirements").
 */
export type Verdict = 'delivered' | 'gone' | 'failed';

/** @param status of the answer; undefined if there was none. */
export function verdictOn(status: number | undefined): Verdict {
  if (status === undefined) return 'failed';
  if (status >= 200 && status <= 299) return 'delivered';
  return status === 410 ? 'gone' : 'failed';
}
