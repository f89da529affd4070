import type { Session } from '../api/index.ts';
import type { Screen } from './screen.ts';
import { holds } from './session.tsx';

/** Whether a screen is for somebody, and shows what they may see. */
export function mayOpen(session: Session, { needs, isFor }: Screen): boolean {
  return holds(session, needs) && (isFor?.(session) ?? true);
}
