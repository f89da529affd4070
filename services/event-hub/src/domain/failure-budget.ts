import { RETRIED_FOR } from './retry-schedule.ts';

/** Parts of the budget, in percent, at which the subscriber is told; with the last one it is used up. */
export const NOTICES = [50, 70, 90, 100] as const;
export type Notice = (typeof NOTICES)[number];

/** How long an endpoint has failed without a success in between: since when (milliseconds since 1970), and what was told. */
export interface FailureBudget {
  readonly since: number;
  readonly told?: Notice;
}

/**
 * The budget after an attempt; undefined is the untouched one. `notice` is what the subscriber is to be told now: if several are due, as
 * after an outage of ours, only the last. At 100 the endpoint is disabled. The budget is as long as a delivery is tried: an endpoint
 * that has refused one from its first attempt to its last, and everything else meanwhile, is not there any more.
 */
export function budgetAfter(
  budget: FailureBudget | undefined,
  success: boolean,
  now: number,
): { readonly budget?: FailureBudget; readonly notice?: Notice } {
  if (success) return {};
  const { since, told } = budget ?? { since: now };
  const used = (100 * (now - since)) / RETRIED_FOR;
  const notice = NOTICES.findLast((each) => each <= used && each > (told ?? 0));
  const last = notice ?? told;
  return { budget: { since, ...(last && { told: last }) }, ...(notice && { notice }) };
}
