export { mod11Hybrid10, mod11Radix2 } from './check-characters.ts';
export { averageMonthlyWage, contributionBaseLimits, inFen, type BaseLimits } from './contribution-base.ts';
export { creditCodeGround, identityNumberGround, type Ground } from './ground.ts';
export { isOrganisationCode, organisationCode } from './organisation-code.ts';
export { ageOf, identityNumberFault, residentIdentityNumber, type IdentityNumberFault } from './resident-identity-number.ts';
export { digits, isSerialNumber, serialNumber } from './serial-number.ts';
export { staffListGround, type Employee, type StaffRules } from './staff-list.ts';
export { ENTERPRISE, isUnifiedSocialCreditCode, MARKET_REGULATION, unifiedSocialCreditCode } from './unified-social-credit-code.ts';
