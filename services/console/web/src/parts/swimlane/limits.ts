import type { Limits } from './definition.ts';

export interface Limit {
  readonly kind: 'statutory' | 'promised';
  /** As the definition gives it: `4h`. */
  readonly span: string;
  /** Milliseconds since 1970. Unknown for working days, which only a calendar of holidays can count. */
  readonly at?: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days end at midnight where the administration is: China has one time zone and no summer time. */
const CHINA = 8 * HOUR;

/**
 * When the limits of something fall that began at `since` (ms). Hours are counted from then on; of calendar days the first is not counted,
 * and the last ends at midnight (民法典 201, 203).
 */
export function limitsFrom({ promised, statutory }: Limits, since: number): readonly Limit[] {
  return [
    ...(promised === undefined ? [] : [{ kind: 'promised' as const, span: promised, ...instantOf(promised, since) }]),
    ...(statutory === undefined ? [] : [{ kind: 'statutory' as const, span: statutory, ...instantOf(statutory, since) }]),
  ];
}

function instantOf(span: string, since: number): { readonly at?: number } {
  const [, count = '', unit] = /^(\d+)(h|cd)$/.exec(span) ?? [];
  if (unit === 'h') return { at: since + Number(count) * HOUR };
  if (unit === 'cd') return { at: (Math.floor((since + CHINA) / DAY) + 1 + Number(count)) * DAY - CHINA };
  return {};
}

/** A span in its parts, for words: `3wd` → 3 and `wd`. */
export function partsOf(span: string): { readonly count: number; readonly unit: 'wd' | 'cd' | 'h' } | undefined {
  const [, count, unit] = /^(\d+)(wd|cd|h)$/.exec(span) ?? [];
  return count === undefined || unit === undefined ? undefined : { count: Number(count), unit: unit as 'wd' | 'cd' | 'h' };
}
