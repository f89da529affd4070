import { ENTERPRISE, MARKET_REGULATION, organisationCode, serialNumber, unifiedSocialCreditCode } from '@hengtong/national-standards';

/** In GS 15-2006 a serial that begins with 0 to 3 is a domestic enterprise’s; 4 and 5 are foreign-funded, 6 to 9 individual businesses. */
export const HIGHEST_LICENCE_SERIAL = 39_999_999;

/** The unified social credit code of an enterprise that market regulation of `division` registers under `serial`. */
export const creditCode = (division: string, serial: number): string =>
  unifiedSocialCreditCode({ authority: MARKET_REGULATION, category: ENTERPRISE, division, organisationCode: organisationCode(serial) });

/** The registration number on the licence of a domestic enterprise: 15 digits. A RangeError when the serials are used up. */
export function licenceNumberOf(division: string, serial: number): string {
  if (serial > HIGHEST_LICENCE_SERIAL) throw new RangeError(`${serial} is no serial of a domestic enterprise`);
  return serialNumber(division, serial);
}
