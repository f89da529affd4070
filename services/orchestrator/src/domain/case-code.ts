import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code survives the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** ISO/IEC 7064 MOD 37,36 works over these 36 characters. */
const ISO_7064 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of ISO/IEC 7064 MOD 37,36: it catches every wrong character, and nearly every swap of two neighbours. */
export function checkCharacter(text: string): string {
  const sum = [...text].reduce((product, character) => {
    const added = (product + ISO_7064.indexOf(character)) % 36 || 36;
    return (added * 2) % 37;
  }, 36);
  return ISO_7064.charAt((37 - sum) % 36);
}

/** A new code that people read out: `HT-20261124-7K3M9QX2-D`. Forty random bits; the database keeps it unique. */
export function newCaseCode(now: string): string {
  const day = now.slice(0, 10).replaceAll('-', '');
  const serial = Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return `HT-${day}-${serial}-${checkCharacter(day + serial)}`;
}

/** Whether a code was copied without a slip. */
export function isCaseCode(code: string): boolean {
  const parts = /^HT-(\d{8})-([0-9A-HJKMNP-TV-Z]{8})-([0-9A-Z])$/.exec(code);
  return parts !== null && checkCharacter(`${parts[1]}${parts[2]}`) === parts[3];
}
