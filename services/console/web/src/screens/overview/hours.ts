import type { Flows } from '../../api/index.ts';

type Hour = Flows['hours'][number];

/** One hour of all processes together. */
export interface HourOfAll {
  /** Seconds since 1970, when it began. */
  readonly at: number;
  readonly opened: number;
  readonly closed: number;
  /** Of the slowest process in that hour: quantiles of several cannot be joined, and the slowest is whom one looks for. */
  readonly p50: number | null;
  readonly p90: number | null;
}

const HOUR = 3_600;

/** The 24 hours up to the present one, those in which nothing happened among them. `now` in ms. */
export function hoursOfAll(hours: readonly Hour[], now: number): HourOfAll[] {
  const last = Math.floor(now / 1000 / HOUR) * HOUR;
  return Array.from({ length: 24 }, (_, index) => hourAt(hours, last - (23 - index) * HOUR));
}

function hourAt(hours: readonly Hour[], at: number): HourOfAll {
  const own = hours.filter(({ hour }) => Date.parse(hour) / 1000 === at);
  return {
    at,
    opened: sum(own.map(({ opened }) => opened)),
    closed: sum(own.map(({ granted, refused, withdrawn, cancelled }) => granted + refused + withdrawn + cancelled)),
    p50: slowest(own.map(({ p50 }) => p50)),
    p90: slowest(own.map(({ p90 }) => p90)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function slowest(seconds: readonly (number | undefined)[]): number | null {
  const known = seconds.filter((each) => each !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
