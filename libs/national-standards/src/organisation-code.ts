/** The characters of a unified social credit code, GB 32100-2015: no I, O, S, V, Z, which are easily misread. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const BODY_LENGTH = WEIGHTS.length;

/** Organisation codes that came with the unified code begin with MA where market regulation gives them (unverified). */
const PREFIX = 'MA';
const CAPACITY = CODE_ALPHABET.length ** (BODY_LENGTH - PREFIX.length);

/**
 * The organisation code of nine characters after GB 11714-1997 for a serial from a sequence: `MA`, six characters of
 * base 31, the check character. Different serials give different codes. A RangeError outside 1 to 887,503,680.
 */
export function organisationCode(serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial >= CAPACITY) throw new RangeError(`${serial} is no serial of an organisation code`);
  let rest = serial;
  let characters = '';
  while (characters.length < BODY_LENGTH - PREFIX.length) {
    characters = CODE_ALPHABET.charAt(rest % CODE_ALPHABET.length) + characters;
    rest = Math.floor(rest / CODE_ALPHABET.length);
  }
  const body = PREFIX + characters;
  return body + organisationCheckCharacter(body);
}

/** The check character of GB 11714-1997 for a body of eight characters (0–9, A–Z worth 10–35): weighted sum, modulo 11, `X` for ten. */
export function organisationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** Whether the ninth character is the check character of the eight before it. */
export const isOrganisationCode = (code: string): boolean =>
  /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheckCharacter(code.slice(0, BODY_LENGTH)) === code.charAt(BODY_LENGTH);
