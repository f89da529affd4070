import type { AccessClaims, OperatorRole, Scope } from '@hengtong/contracts';

/** Somebody to whom tokens are given, in their own name: software with a secret, or a person with a password. */
export type Caller =
  | { readonly kind: 'system'; readonly id: string; readonly department: string }
  | { readonly kind: 'agency'; readonly id: string; readonly agency: string }
  | { readonly kind: 'portal'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string; readonly name: string; readonly role: OperatorRole }
  | { readonly kind: 'officer'; readonly id: string; readonly name: string; readonly department: string; readonly division: string };

/** What rights are given by: the role of an operator, of everybody else the kind. */
export type RightsOf = Exclude<Caller['kind'], 'operator'> | OperatorRole;
export type Rights = Readonly<Record<RightsOf, readonly Scope[]>>;

/** The claims of a caller's access token beside those that every issuer gives (`AccessClaims` of libs/contracts). */
export function claimsOf(caller: Caller): Partial<AccessClaims> {
  switch (caller.kind) {
    case 'system':
      return { actor: 'system', department: caller.department };
    case 'agency':
      return { actor: 'agency', agency: caller.agency };
    case 'portal':
      return { actor: 'portal' };
    case 'operator':
      return { actor: 'operator', role: caller.role };
    case 'officer':
      return { actor: 'officer', department: caller.department, division: caller.division };
    default:
      return caller satisfies never;
  }
}

/** All that a caller may ask for. */
export function heldBy(caller: Caller, rights: Rights): readonly Scope[] {
  return rights[caller.kind === 'operator' ? caller.role : caller.kind];
}

/**
 * The scopes that a caller gets: of those asked for, the ones held; all of them if none was asked for (RFC 6749 §3.3 leaves the default
 * to the issuer). `openid` is no right, but a wish for an id token.
 */
export function granted(asked: Iterable<string>, held: readonly Scope[]): readonly Scope[] {
  const wished = new Set(asked);
  wished.delete('openid');
  return wished.size === 0 ? held : held.filter((scope) => wished.has(scope));
}
