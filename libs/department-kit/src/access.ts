import type { Caller } from '@hengtong/platform';

/** The division to which a caller's view is limited: an officer sees what their own authority has, all others all that the department has. */
export const authorityOf = ({ type, division }: Caller): string | undefined => (type === 'officer' ? (division ?? '') : undefined);

/** Whether something of a division may be seen. */
export const isSeen = (thing: { readonly division: string }, authority: string | undefined): boolean =>
  authority === undefined || thing.division === authority;
