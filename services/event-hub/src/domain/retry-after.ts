/**
 * How long an answer asks us to wait, in milliseconds from `now` (milliseconds since 1970): `Retry-After` holds seconds or a date
 * (RFC 9110, section 10.2.3). Undefined if it says nothing that can be read; a date that is past is 0.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // Only the three forms of an HTTP date, which all begin with the name of a day: `Date.parse` takes far more than that.
  const at = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
