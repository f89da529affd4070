import { type Caller, ProblemError } from '@hengtong/platform';
import { agencyOf } from './watch.ts';

/**
 * The agency that something is asked for: an agency asks for itself, an operator says for whom.
 * @throws {ProblemError} 403 for an agency that names another, 422 for an operator who names none
 */
export function forWhom(named: string | undefined, caller: Caller): string {
  const own = caller.type === 'operator' ? undefined : agencyOf(caller);
  if (own !== undefined && named !== undefined && named !== own) throw new ProblemError('forbidden', `You can ask for ${own} only.`);
  const whom = own ?? named;
  if (whom !== undefined) return whom;
  throw new ProblemError('unprocessable', '/agency must say for whom.', { errors: [{ pointer: '/agency', detail: 'must say for whom' }] });
}
