import { Activity } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** What happens, as it does, and what has happened. */
export const screen: Screen = {
  routes: [{ path: 'events', lazy: async () => ({ Component: (await import('./events.tsx')).Events }) }],
  place: { to: '/events', title: () => texts.say('title'), icon: Activity, order: 20 },
  needs: 'events:read',
};
