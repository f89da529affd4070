/** Between which monthly wages a contribution may be reckoned, in yuan, and the rule that says so. */
export interface BaseLimits {
  readonly lower: number;
  readonly upper: number;
  readonly law: string;
}

/**
 * Average monthly wage, in yuan, of all who are employed by units in towns (全口径城镇单位就业人员平均工资), by the province’s two
 * digits, for the year before the one in which it is used. Unverified: enter what the province publishes before you rely on it. A province
 * that is not here is unknown, never taken as free of limits: whoever uses the table says so in the record.
 */
const AVERAGE_MONTHLY_WAGE: Readonly<Record<string, number>> = { '11': 11_937, '31': 12_434, '32': 8_254, '33': 8_433, '44': 9_183 };

/**
 * Limits of the contribution base of social and medical insurance in the province of a division: 60 % and 300 % of the average wage
 * (降低社会保险费率综合方案, 国办发〔2019〕13号, part 3, unverified). Undefined where the province’s wage is not known.
 */
export function contributionBaseLimits(division: string): BaseLimits | undefined {
  const wage = averageMonthlyWage(division);
  return wage === undefined ? undefined : { lower: inFen(wage * 0.6), upper: inFen(wage * 3), law: '国办发〔2019〕13号 三' };
}

/** The average monthly wage of the province of a division, in yuan; undefined where it is not known. */
export const averageMonthlyWage = (division: string): number | undefined => AVERAGE_MONTHLY_WAGE[division.slice(0, 2)];

/** Yuan rounded to the fen. */
export const inFen = (yuan: number): number => Math.round(yuan * 100) / 100;
