import type { Session } from '../api/index.ts';
import { mayOpen } from './may-open.ts';
import type { Screen } from './screen.ts';

const modules = import.meta.glob<{ screen: Screen }>('../screens/*/screen.ts', { eager: true });

/** All screens, in the order of the navigation. */
export const screens: readonly Screen[] = Object.values(modules)
  .map(({ screen }) => screen)
  .toSorted((one, other) => (one.place?.order ?? 0) - (other.place?.order ?? 0));

/** Those that stand in somebody's navigation. */
export function offeredTo(session: Session): readonly Screen[] {
  return screens.filter((screen) => screen.place && mayOpen(session, screen));
}
