import { averageMonthlyWage, inFen, type BaseLimits } from '@hengtong/national-standards';

/**
 * Lowest monthly wage of each province’s first class of places, in yuan, by the province’s two digits. Unverified: enter what the province
 * publishes before you rely on it.
 */
const MINIMUM_WAGE: Readonly<Record<string, number>> = { '11': 2540, '31': 2740, '32': 2490, '33': 2490, '44': 2500 };

/**
 * Limits of the base of the housing fund in the province of a division: at most three times the average wage of the year before
 * (关于住房公积金管理若干具体问题的指导意见, 建金管〔2005〕5号, part 3), at least the minimum wage, as places have it (both unverified).
 * Undefined where a figure is not known.
 */
export function fundBaseLimits(division: string): BaseLimits | undefined {
  const wage = averageMonthlyWage(division);
  const minimum = MINIMUM_WAGE[division.slice(0, 2)];
  if (wage === undefined || minimum === undefined) return undefined;
  return { lower: minimum, upper: inFen(wage * 3), law: '建金管〔2005〕5号 三' };
}
