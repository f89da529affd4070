import { LayoutDashboard } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** Where everything stands now. */
export const screen: Screen = {
  routes: [{ index: true, lazy: async () => ({ Component: (await import('./overview.tsx')).Overview }) }],
  isFor: ({ actor }) => actor === 'operator',
  place: { to: '/', title: () => texts.say('title'), icon: LayoutDashboard, order: 10 },
};
