import { mod11Radix2 } from './check-characters.ts';

/**
 * The first two digits: provinces of GB/T 2260, and 81, 82, 83 for the residence permits of people from Hong Kong, Macao
 * and Taiwan (港澳台居民居住证申领发放办法, article 10, unverified).
 */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const FIRST_BIRTH = Date.UTC(1850, 0, 1);
const CHINA_AHEAD_OF_UTC_MS = 8 * 3600 * 1000;

/** What is wrong with a resident identity number, first fault first. */
export type IdentityNumberFault = 'shape' | 'division' | 'birth-date' | 'check-character';

/**
 * Checks a resident identity number after GB 11643-1999: division (6), birth date (8), serial (3), check character
 * (GB/T 17710, MOD 11-2). `now` is RFC 3339: nobody is born after today, China time. Undefined if nothing is wrong. Whether
 * such a person exists only the population register can say.
 */
export function identityNumberFault(number: string, now: string): IdentityNumberFault | undefined {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'shape';
  if (!PROVINCES.has(number.slice(0, 2))) return 'division';
  const birth = birthDate(number);
  if (birth === undefined || birth < FIRST_BIRTH || birth > Date.parse(now) + CHINA_AHEAD_OF_UTC_MS) return 'birth-date';
  return mod11Radix2(number.slice(0, -1)) === number.at(-1) ? undefined : 'check-character';
}

/** A whole resident identity number from its first 17 digits: for tests, examples and loads, which need numbers that check. */
export const residentIdentityNumber = (first17: string): string => first17 + mod11Radix2(first17);

/** Whole years of age of the holder of a valid number on the day of `now` (RFC 3339) in China. One comes of age on the birthday. */
export function ageOf(number: string, now: string): number {
  const today = dateInChina(now).replaceAll('-', '');
  const birth = number.slice(6, 14);
  const birthdayToCome = today.slice(4) < birth.slice(4);
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (birthdayToCome ? 1 : 0);
}

/** The beginning of the birth date in a number of the right shape, as if in UTC, in milliseconds; undefined if there is no such day. */
function birthDate(number: string): number | undefined {
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  // Date takes years below 100 for those of the last century; none of them counts anyway.
  const date = new Date(Date.UTC(year, month - 1, day));
  // It takes 30 February for 1 March; only a day that comes back as it went in exists.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year ? date.getTime() : undefined;
}

const dateInChina = (now: string): string => new Date(Date.parse(now) + CHINA_AHEAD_OF_UTC_MS).toISOString().slice(0, 10);
