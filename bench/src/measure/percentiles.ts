/** Latency of cases, in milliseconds. */
export type Latency = { p50: number; p95: number; p99: number };

/**
 * Percentiles by the nearest-rank method (no interpolation: each figure is a latency that some case really had).
 * Throws when there is nothing to describe, since a percentile of nothing would look like a fast one.
 */
export function percentiles(milliseconds: readonly number[]): Latency {
  if (milliseconds.length === 0) throw new Error('No case was closed in the measured time: nothing to describe');
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('The median of no values is not defined');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return round((upper + lower) / 2);
}

/** To two decimals: finer than what differs between two runs. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
