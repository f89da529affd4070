import { digits } from '@hengtong/national-standards';

const SERIAL_DIGITS = 7;

export const HIGHEST_SEAL_SERIAL = 9_999_999;

/**
 * The filing number of a seal: the division of the public security organ (6) and a serial (7), as GA 241 numbers seals (part unverified).
 * It has no check character. A RangeError when the serials are used up.
 */
export const sealNumberOf = (division: string, serial: number): string => division + digits(serial, SERIAL_DIGITS);
