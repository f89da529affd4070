/** The zone in which days begin, as `GET /v1/flows` takes it: one of whole hours, since figures are kept hour by hour; none for others. */
export function dayZone(zone: string): string | undefined {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^GMT([+-]\d\d:00)?$/.test(offset) ? zone : undefined;
}
