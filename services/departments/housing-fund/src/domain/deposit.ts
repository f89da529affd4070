import type { Ground } from '@hengtong/national-standards';

/** Per cent of the base, for employer and employee each: 住房公积金管理条例, article 18, sets the floor; 建金管〔2005〕5号, part 2, the cap (unverified). */
export const LOWEST_RATE = 5;
export const HIGHEST_RATE = 12;

/** Ground against a rate that is not a whole per cent between the limits. */
export function rateGround(rate: number): Ground | undefined {
  if (Number.isInteger(rate) && rate >= LOWEST_RATE && rate <= HIGHEST_RATE) return undefined;
  return {
    code: 'fund.rate-out-of-limits',
    law: '住房公积金管理条例 18; 建金管〔2005〕5号 二',
    reason: `The rate must be a whole per cent between ${LOWEST_RATE} and ${HIGHEST_RATE}.`,
  };
}

/** What employer and employee each pay in a month, in whole yuan (rounding by half a yuan, as places have it, unverified). */
export const monthlyDeposit = (base: number, rate: number): number => Math.round((base * rate) / 100);
