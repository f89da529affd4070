import { z } from 'zod';
import { field } from './fields.ts';

/** A division code of six digits after GB/T 2260: two for the province, two for the city, two for the county. */
export const division = field(
  z.string().regex(/^[1-9]\d{5}$/, 'must be a six-digit division code (GB/T 2260), for example 330106'),
  'case.division',
);

/** A division and all within it: 33 is a province, 3301 a city, 330106 a county. */
export const divisionPrefix = z.string().regex(/^[1-9]\d{1,5}$/, 'must be a division code (GB/T 2260) or the beginning of one');

/** Where an authority acts: a division, or 000000 for the whole country. */
export const authorityDivision = field(
  z.string().regex(/^(0{6}|[1-9]\d{5})$/, 'must be a six-digit division code (GB/T 2260), or 000000 for the whole country'),
  'authority.division',
);

export const level = field(z.enum(['county', 'city', 'province', 'national']), 'authority.level');
export type Level = z.infer<typeof level>;

/**
 * The division in which an authority of `at` acts for a case of `code`: county 330106 → city 330100 → province 330000;
 * `national` is 000000. A case that was opened at a higher level than `at` stays where it is.
 */
export function divisionAt(code: string, at: Level): string {
  switch (at) {
    case 'county':
      return code;
    case 'city':
      return `${code.slice(0, 4)}00`;
    case 'province':
      return `${code.slice(0, 2)}0000`;
    case 'national':
      return '000000';
    default:
      return at satisfies never;
  }
}
