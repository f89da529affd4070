export type TaxpayerType = 'small-scale' | 'general';

/** Yuan of taxable sales within twelve months; 增值税法 (in force since 1 January 2026), article 9, unverified. Before it: 财税〔2018〕33号. */
export const SMALL_SCALE_UP_TO = 5_000_000;

/**
 * A taxpayer is small-scale 小规模 unless its sales are above the threshold, or it chooses to be a general taxpayer 一般纳税人, as anybody
 * may whose books are sound. A new enterprise has no sales yet. Registered capital says nothing about it.
 */
export const taxpayerTypeOf = (annualSales: number, electsGeneral: boolean): TaxpayerType =>
  electsGeneral || annualSales > SMALL_SCALE_UP_TO ? 'general' : 'small-scale';
