/**
 * The instant at which clocks in a zone show a time: `2026-11-24T08:00` in Asia/Shanghai is `2026-11-24T00:00:00.000Z`. Of a time that is
 * skipped or repeated when clocks are changed, one of the two neighbours.
 */
export function instantIn(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);
  let at = wanted;
  // Twice, because the offset that holds at the first guess may not be the one that holds at the instant.
  for (let round = 0; round < 2; round++) at = wanted - offsetAt(at, timeZone);
  return new Date(at).toISOString();
}

/** By how many milliseconds clocks in a zone are ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
