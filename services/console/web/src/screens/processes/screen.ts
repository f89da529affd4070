import { Workflow } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** Processes: what can be applied for, in which order it is done, and how long that takes. */
export const screen: Screen = {
  routes: [
    { path: 'processes', lazy: async () => ({ Component: (await import('./process-list.tsx')).ProcessList }) },
    { path: 'processes/:id', lazy: async () => ({ Component: (await import('./process-page.tsx')).ProcessPage }) },
  ],
  place: { to: '/processes', title: () => texts.say('title'), icon: Workflow, order: 40 },
  needs: 'cases:read',
};
