import { CODE_ALPHABET, isOrganisationCode } from './organisation-code.ts';

/** First character: who registers. Market regulation is 9 (GB 32100-2015, table 2). */
export const MARKET_REGULATION = '9';
/** Second character under market regulation: 1 enterprise, 2 individual business 个体工商户, 3 farmers’ cooperative. */
export const ENTERPRISE = '1';

const LENGTH = 18;

export interface UnifiedSocialCreditCodeParts {
  /** Registering authority, one character. */
  readonly authority: string;
  /** Category, one character. */
  readonly category: string;
  /** Division of the registering authority, six digits, GB/T 2260. */
  readonly division: string;
  /** Nine characters, GB 11714-1997. */
  readonly organisationCode: string;
}

/** A unified social credit code after GB 32100-2015, with its check character. */
export function unifiedSocialCreditCode({ authority, category, division, organisationCode }: UnifiedSocialCreditCodeParts): string {
  const body = authority + category + division + organisationCode;
  return body + creditCheckCharacter(body);
}

/** Whether shape, check character and, within it, the organisation code’s own check character are right. */
export function isUnifiedSocialCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  return creditCheckCharacter(code.slice(0, LENGTH - 1)) === code.charAt(LENGTH - 1) && isOrganisationCode(code.slice(8, 17));
}

/** GB 32100-2015, 5.2.5: the sum of character value × 3^(position) modulo 31, taken from 31. Clause number unverified. */
export function creditCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += CODE_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
}
