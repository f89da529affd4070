import type { Caller } from '@hengtong/platform';
import { ProblemError } from '@hengtong/platform';
import { FilterRefused } from '../domain/filter-refused.ts';
import { type Interest, interestOf, type Wish } from '../domain/interest.ts';
import type { Grants } from './grants.ts';

/**
 * What a caller wishes and may have: an operator all, an agency what it has been granted.
 * @throws {ProblemError} 422 for a filter that is not taken, 403 for an agency without a name
 */
export function interestFor(caller: Pick<Caller, 'type' | 'agency'>, grants: Grants, wish: Wish): Interest {
  try {
    return interestOf(
      wish,
      caller.type === 'operator' ? undefined : { agency: agencyOf(caller), grants: () => grants.of(agencyOf(caller)) },
    );
  } catch (error) {
    if (!(error instanceof FilterRefused)) throw error;
    const errors = [{ pointer: error.pointer, detail: error.message }];
    throw new ProblemError('unprocessable', `The filter ${error.pointer} is not taken: it ${error.message}.`, { errors, cause: error });
  }
}

/** The name of the agency that calls. @throws {ProblemError} 403 for a token without it */
export function agencyOf({ agency }: Pick<Caller, 'agency'>): string {
  if (agency === undefined) throw new ProblemError('forbidden', 'Your token does not say of which agency you are (claim agency).');
  return agency;
}
