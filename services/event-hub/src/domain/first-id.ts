/** The smallest UUIDv7 of a millisecond since 1970 (RFC 9562 §5.7): ids that were given before it are less. */
export function firstIdOf(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
