const MILLISECOND = 1;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances of ticks that a reader can count in: of a decimal kind below a second, of the clock above. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count) => count * MILLISECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * DAY),
];

/** Instants, in milliseconds. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/**
 * The time that a picture shows: from the opening to the end, or past now while the case is open, so that the bars have where to grow;
 * a limit that is near comes into sight.
 */
export function domainOf(from: number, end: number, isOpen: boolean, limits: readonly number[] = []): Domain {
  const length = Math.max(end - from, 1);
  const near = limits.filter((limit) => limit > from && limit <= from + length * (isOpen ? 1.5 : 1));
  return { from, to: Math.max(from + length * (isOpen ? 1.05 : 1), ...near.map((limit) => limit + length * 0.02)) };
}

/** Ticks of equal distance from the start on, `most` at most besides the first; milliseconds from the start. */
export function ticksOf({ from, to }: Domain, most = 6): readonly number[] {
  const length = to - from;
  const step = STEPS.find((each) => length / each <= most) ?? Math.ceil(length / most / (365 * DAY)) * 365 * DAY;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
}

/** Where an instant stands, in per cent of the width; outside it is at the edge. */
export function placeOf({ from, to }: Domain, at: number): number {
  return Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
}
