import type { SubscriptionStatus } from '@hengtong/contracts';
import type { SubscriptionChange, SubscriptionRow, SubscriptionWish } from '../adapters/postgres/subscriptions.ts';
import type { Sinks } from './sinks.ts';

/** Whoever names another sink, wants one back or wants it called more often, must have it agree; it may ask for less. */
export async function consequencesOf(
  sinks: Sinks,
  row: SubscriptionRow,
  wanted: 'active' | 'paused' | undefined,
  wish: SubscriptionWish,
): Promise<SubscriptionChange> {
  if (wanted === 'paused') return { status: 'paused', statusReason: null };
  const elsewhere = wish.sink !== row.wish.sink;
  const back = wanted === 'active' && row.status !== 'active';
  const oftener = (wish.ratePerSecond ?? Infinity) > (row.wish.ratePerSecond ?? Infinity);
  if (!elsewhere && !back && !oftener) return {};
  if (row.delivery !== 'webhook') return { status: 'active', statusReason: null };
  const { refused, perSecond } = await sinks.ask(wish.sink ?? '');
  const allowed = { wish: { ...wish, ...rateOf(wish, perSecond) } };
  if (row.status === 'paused' && !back) return allowed;
  const status: SubscriptionStatus = refused === undefined ? 'active' : 'unverified';
  return { ...allowed, status, statusReason: refused ?? null };
}

/** What the sink allows, where that is less than what is wished. */
export function rateOf({ ratePerSecond }: SubscriptionWish, allowed: number | undefined): Pick<SubscriptionWish, 'ratePerSecond'> {
  const rates = [ratePerSecond, allowed].filter((rate) => rate !== undefined);
  return rates.length > 0 ? { ratePerSecond: Math.min(...rates) } : {};
}
