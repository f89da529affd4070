import { createContext, useContext } from 'react';
import type { Session } from '../api/index.ts';

/** A right that a token can hold: `cases:read`. */
export type Right = string;

const Signed = createContext<Session | undefined>(undefined);

/** Who is signed in, for all that is drawn within. */
export const SignedIn = Signed.Provider;

/** Who is signed in. @throws outside of `SignedIn`. */
export function useSession(): Session {
  const session = useContext(Signed);
  if (!session) throw new Error('nobody is signed in');
  return session;
}

/** Whether somebody holds a right. The services decide; the page only hides or disables what they would refuse. */
export function holds(session: Session, right: Right | undefined): boolean {
  return right === undefined || session.scopes.includes(right);
}
