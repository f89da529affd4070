import type { BaseLimits } from './contribution-base.ts';
import { identityNumberGround, type Ground } from './ground.ts';

export interface Employee {
  readonly name: string;
  readonly idNumber: string;
  /** Monthly wage from which contributions are reckoned, in yuan. */
  readonly contributionBase: number;
}

export interface StaffRules {
  /** Instrument and article by which each person has one account only. */
  readonly onceLaw: string;
  /** Undefined where they are not known: then the base is not judged. */
  readonly limits: BaseLimits | undefined;
}

/**
 * The first ground against a list of employees: an identity number that is not valid, the same person twice, a contribution base
 * outside the limits. Employees are named by their place in the list, from 1. An empty list is in order: an enterprise may start alone.
 */
export function staffListGround(employees: readonly Employee[], { onceLaw, limits }: StaffRules, now: string): Ground | undefined {
  const seen = new Map<string, number>();
  for (const [index, { idNumber, contributionBase }] of employees.entries()) {
    const place = index + 1;
    const ground = identityNumberGround(idNumber, `employee ${place}`, now);
    if (ground) return ground;

    const before = seen.get(idNumber);
    if (before !== undefined) {
      return { code: 'staff.duplicate', law: onceLaw, reason: `Employees ${before} and ${place} are the same person.` };
    }
    seen.set(idNumber, place);

    if (limits && (contributionBase < limits.lower || contributionBase > limits.upper)) {
      return {
        code: 'staff.base-out-of-limits',
        law: limits.law,
        reason: `The contribution base of employee ${place} must be between ${limits.lower} and ${limits.upper} yuan a month.`,
      };
    }
  }
  return undefined;
}
