/** What is left of an endpoint's rate: a number of tokens at a moment (milliseconds since 1970). */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** The bucket at a moment: it fills by `rate` a second, up to what comes in one second, or one token. An unknown one is full. */
function filled(bucket: Bucket | undefined, rate: number, now: number): Bucket {
  const size = Math.max(1, rate);
  if (!bucket) return { tokens: size, at: now };
  // A clock that was set back adds nothing, and takes nothing away.
  const gained = (Math.max(0, now - bucket.at) * rate) / 1_000;
  return { tokens: Math.min(size, bucket.tokens + gained), at: now };
}

/**
 * Takes one token, if there is one. @param rate tokens a second.
 * @returns the bucket afterwards, and the milliseconds until there will be one: 0 if it was taken.
 */
export function takeToken(bucket: Bucket | undefined, rate: number, now: number): { readonly bucket: Bucket; readonly wait: number } {
  const { tokens } = filled(bucket, rate, now);
  // A hair less than one counts as one: what is added up in fractions seldom comes to it exactly.
  if (tokens >= 1 - 1e-9) return { bucket: { tokens: Math.max(0, tokens - 1), at: now }, wait: 0 };
  return { bucket: { tokens, at: now }, wait: Math.ceil(((1 - tokens) * 1_000) / rate) };
}
