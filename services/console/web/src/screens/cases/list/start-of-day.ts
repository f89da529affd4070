/** When a day begins in a time zone: the day of an instant, or a date like `2026-11-24`; `later` days after it. RFC 3339. */
export function startOfDay(day: Date | string, zone: string, later = 0): string {
  const date = typeof day === 'string' ? day : dateIn(day, zone);
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const asUtc = Date.UTC(year, month - 1, dayOfMonth + later);
  // The offset is asked for at that midnight itself, as it may change within a day where clocks are put forward.
  const first = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(first, zone)).toISOString();
}

/** The date of an instant in a time zone: `2026-11-24`. */
export const dateIn = (instant: Date, zone: string): string => partsIn(instant, zone).slice(0, 10);

function offsetAt(instant: number, zone: string): number {
  return Date.parse(`${partsIn(new Date(instant), zone).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** Sweden writes dates as ISO 8601 does. */
function partsIn(instant: Date, zone: string): string {
  return instant.toLocaleString('sv-SE', { timeZone: zone });
}
