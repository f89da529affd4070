import { mod11Hybrid10 } from './check-characters.ts';

const SERIAL_DIGITS = 8;

/**
 * A number of 15 digits: the division of the authority that gives it (6, GB/T 2260), a serial (8), a check digit
 * (GB/T 17710, MOD 11,10). GS 15-2006 numbers registrations of market regulation so; account numbers here follow it.
 * `serial` is a whole number from 1; a RangeError says that the 99,999,999 numbers are used up.
 */
export function serialNumber(division: string, serial: number): string {
  const body = division + digits(serial, SERIAL_DIGITS);
  return body + mod11Hybrid10(body);
}

/** Whether it is 15 digits and the last one checks. */
export const isSerialNumber = (number: string): boolean => /^\d{15}$/.test(number) && mod11Hybrid10(number.slice(0, -1)) === number.at(-1);

/** `serial` in exactly `width` digits. A RangeError where it does not fit: a number cut short would be another's. */
export function digits(serial: number, width: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial >= 10 ** width) throw new RangeError(`${serial} does not fit into ${width} digits`);
  return String(serial).padStart(width, '0');
}
