import { zone } from '../app/zone.ts';
import { locale } from '../texts/index.ts';

export type Precision = 'day' | 'second' | 'millisecond';

// To make a format takes much longer than to use it, and a list has hundreds of ages that change every second.
const formats = new Map<string, Intl.DateTimeFormat>();
const units = new Map<string, Intl.NumberFormat>();

/** An instant (RFC 3339 or ms since 1970) in the zone and language of the page: `2026-11-24 17:04:31`. */
export function absolute(instant: string | number | Date, precision: Precision = 'second'): string {
  return withPoint(formatOf(precision).format(new Date(instant)));
}

/** The time of day alone, where all is of one day: `17:04:31.204`. */
export function timeOfDay(instant: string | number | Date, precision: 'minute' | 'second' | 'millisecond' = 'second'): string {
  const format = cached(`time ${precision}`, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(precision !== 'minute' && { second: '2-digit' }),
    ...(precision === 'millisecond' && { fractionalSecondDigits: 3 }),
  });
  return withPoint(format.format(new Date(instant)));
}

/** Swedes put a comma before the parts of a second, ISO 8601 takes either, and our readers a point. */
const withPoint = (time: string): string => time.replace(',', '.');

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration in its largest unit, the second one only where it says something: `41 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 1) return unit(Math.round(seconds * 1000), 'millisecond');
  const index = UNITS.findIndex(([, size]) => seconds >= size);
  const [name, size] = UNITS[index] ?? ['second', 1];
  const whole = Math.floor(seconds / size);
  const below = UNITS[index + 1];
  const rest = below && whole < 10 ? Math.floor((seconds - whole * size) / below[1]) : 0;
  return below && rest > 0 ? `${unit(whole, name)} ${unit(rest, below[0])}` : unit(whole, name);
}

function unit(value: number, name: string): string {
  const key = `${name} ${locale()}`;
  const format = units.get(key) ?? new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'narrow' });
  units.set(key, format);
  return format.format(value);
}

function formatOf(precision: Precision): Intl.DateTimeFormat {
  return cached(precision, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(precision !== 'day' && { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    ...(precision === 'millisecond' && { fractionalSecondDigits: 3 }),
  });
}

function cached(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone.get()}`;
  // Sweden writes dates as ISO 8601 does (GB/T 7408), which both languages read; and columns of them line up.
  const format = formats.get(key) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone.get(), ...options });
  formats.set(key, format);
  return format;
}
