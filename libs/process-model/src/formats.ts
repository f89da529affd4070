import { identityNumberFault } from '@hengtong/national-standards';

/** The end of RFC 3339 time: a form has no clock. That nobody is born in the future is checked by whoever has one. */
const NO_CLOCK = '9999-12-31T00:00:00Z';

/**
 * Formats of a string that JSON Schema does not know (who does not know them takes them for a note: 2020-12, 7.2.3). Each gives what
 * is wrong with a value, as a sentence for the one who filled in the form.
 */
const faults = {
  'resident-id': (value: string): string | undefined => {
    const fault = identityNumberFault(value, NO_CLOCK);
    return fault && `is no resident identity number (GB 11643-1999): its ${fault.replace('-', ' ')} is wrong`;
  },
} satisfies Record<string, (value: string) => string | undefined>;

export type NationalFormat = keyof typeof faults;
export const nationalFormats = Object.keys(faults) as [NationalFormat, ...NationalFormat[]];

/** What is wrong with `value` as this format; undefined if nothing is. */
export const formatFault = (format: NationalFormat, value: string): string | undefined => faults[format](value);
