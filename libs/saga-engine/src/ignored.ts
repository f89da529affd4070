/**
 * Why a reply changes nothing: `duplicate`, answered already; `not-asked`, no such command was sent; `stale-attempt`, the answer to
 * an earlier attempt; `wrong-department`, asked of another; `unknown-step`; `closed`, the case is over.
 */
export type IgnoredReason = 'duplicate' | 'not-asked' | 'stale-attempt' | 'wrong-department' | 'unknown-step' | 'closed';

/** So many different ones are recorded in a case; beyond that somebody floods it, and the caller's metric is the place to see that. */
export const MAX_IGNORED = 64;

/** Under what a case remembers that it ignored something, so that the same again is nothing at all. */
export const ignoredKey = ({ reason, commandKey = '' }: { reason: IgnoredReason; commandKey?: string | undefined }): string =>
  `${reason} ${commandKey}`;
