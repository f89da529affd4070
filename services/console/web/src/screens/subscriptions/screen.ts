import { Webhook } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** Which events there are, who receives them, and what became of it. */
export const screen: Screen = {
  routes: [
    { path: 'subscriptions', lazy: async () => ({ Component: (await import('./subscriptions.tsx')).Subscriptions }) },
    { path: 'subscriptions/:id', lazy: async () => ({ Component: (await import('./one/subscription.tsx')).OneSubscription }) },
  ],
  place: { to: '/subscriptions', title: () => texts.say('title'), icon: Webhook, order: 60 },
  needs: 'events:read',
};
