import { identityNumberFault, type IdentityNumberFault } from './resident-identity-number.ts';
import { isUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** Why something must be refused: a stable code, instrument and article, and a sentence for the applicant without the value itself. */
export interface Ground {
  readonly code: string;
  readonly law: string;
  readonly reason: string;
}

const FAULTS: Record<IdentityNumberFault, string> = {
  shape: 'it must have 17 digits and then a digit or X',
  division: 'its first two digits are no province',
  'birth-date': 'digits 7 to 14 are no possible date of birth',
  'check-character': 'its last character does not agree with the others',
};

/** Ground against a resident identity number (居民身份证法, article 3, gives GB 11643 its force). `of` says whose: `employee 3`. */
export function identityNumberGround(number: string, of: string, now: string): Ground | undefined {
  const fault = identityNumberFault(number, now);
  return (
    fault && {
      code: 'identity.number-invalid',
      law: '居民身份证法 3; GB 11643-1999',
      reason: `The identity number of ${of} is not valid: ${FAULTS[fault]}.`,
    }
  );
}

/** Ground against a unified social credit code. */
export function creditCodeGround(code: string): Ground | undefined {
  if (isUnifiedSocialCreditCode(code)) return undefined;
  return {
    code: 'enterprise.uscc-invalid',
    law: 'GB 32100-2015',
    reason: `${code} is no unified social credit code: shape or check character is wrong.`,
  };
}
