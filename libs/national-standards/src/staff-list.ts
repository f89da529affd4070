import type { BaseLimits } from './contribution-base.ts';
import { identityNumberGround, type Ground } from './ground.ts';

export interface Employee {
  readonly name: string;
  readonly idNumber: string;
  /** Monthly wage from which contributions are reckoned, in yuan. */
  readonly contributionBase: number;
}

/**
 * The first ground against a list of employees: an identity number that is not valid, the same person twice (社会保险法, article 58: each
 * has one social insurance number, which is the identity number), a contribution base outside the limits. Employees are named by their
 * place in the list, from 1. Without limits the base is not judged. An empty list is in order: an enterprise may start alone.
 */
export function staffListGround(employees: readonly Employee[], limits: BaseLimits | undefined, now: string): Ground | undefined {
  const seen = new Map<string, number>();
  for (const [index, { idNumber, contributionBase }] of employees.entries()) {
    const place = index + 1;
    const ground = identityNumberGround(idNumber, `employee ${place}`, now);
    if (ground) return ground;

    const before = seen.get(idNumber);
    if (before !== undefined) {
      return { code: 'staff.duplicate', law: '社会保险法 58', reason: `Employees ${before} and ${place} are the same person.` };
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
