/** The first UUIDv7 (RFC 9562) of a millisecond since 1970, as a bound: ids of cases are times, and a range of times is a range of ids. */
export function firstIdOf(milliseconds: number): string {
  const hex = Math.min(Math.max(0, Math.floor(milliseconds)), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
