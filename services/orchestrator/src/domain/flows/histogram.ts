/** Buckets to a doubling. A quantile is told as the middle of its bucket, so it is wrong by 2^(1/8) − 1, which is 9 %, at the most. */
const TO_A_DOUBLING = 4;

/** How many there are in each bucket; buckets in which there is none may be missing. */
export type Histogram = ReadonlyMap<number, number>;

/** The bucket of a span of milliseconds: 0 for all up to one millisecond, and so on by powers of 2^(1/4); 40 years are in bucket 160. */
export const bucketOf = (milliseconds: number): number =>
  milliseconds <= 1 ? 0 : Math.max(0, Math.ceil(Math.log2(milliseconds) * TO_A_DOUBLING));

/** The span that stands for a bucket, in milliseconds: the geometric middle between its ends. */
export const middleOf = (bucket: number): number => 2 ** ((bucket - 0.5) / TO_A_DOUBLING);

/**
 * A quantile of what was counted, in milliseconds, within 9 % of the smallest span that is no shorter than a share of `q` of all
 * (spans below a millisecond within a millisecond); undefined if nothing was counted.
 * @param q from 0 to 1
 */
export function quantileOf(histogram: Histogram, q: number): number | undefined {
  const buckets = [...histogram].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const all = buckets.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (passed >= Math.max(1, Math.ceil(q * all))) return middleOf(bucket);
  }
  return undefined;
}

/** Half and nine tenths of what was counted, in seconds to the millisecond; what was not counted is left out. */
export function quantilesOf(histogram: Histogram): { p50?: number; p90?: number } {
  const [p50, p90] = [0.5, 0.9].map((q) => secondsOf(quantileOf(histogram, q)));
  return { ...(p50 !== undefined && { p50 }), ...(p90 !== undefined && { p90 }) };
}

/** Milliseconds as seconds, to the millisecond. */
export const secondsOf = <T extends number | undefined>(milliseconds: T): T =>
  (milliseconds === undefined ? undefined : Math.round(milliseconds) / 1000) as T;

/** Adds `count` to a bucket. */
export const addTo = (histogram: Map<number, number>, bucket: number, count: number): Map<number, number> =>
  histogram.set(bucket, (histogram.get(bucket) ?? 0) + count);
