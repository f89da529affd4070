/**
 * The two check character systems of GB/T 17710 (ISO/IEC 7064) that Chinese number standards use. Both find every single
 * wrong digit; MOD 11-2 finds every transposition of neighbours as well, MOD 11,10 nearly every one.
 */

/** The check character of the pure system MOD 11-2 for a string of digits: `0` to `9`, or `X` for ten. GB 11643 uses it. */
export function mod11Radix2(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The check digit of the hybrid system MOD 11,10 for a string of digits: always a digit. GS 15 uses it for registration numbers. */
export function mod11Hybrid10(digits: string): string {
  let product = 10;
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - product) % 10);
}
