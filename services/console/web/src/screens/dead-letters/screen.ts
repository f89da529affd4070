import { MailX } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** Messages that a service could not take, of all services, and what is done with them. */
export const screen: Screen = {
  routes: [{ path: 'dead-letters', lazy: async () => ({ Component: (await import('./dead-letters.tsx')).DeadLetters }) }],
  place: { to: '/dead-letters', title: () => texts.say('title'), icon: MailX, order: 70 },
  needs: 'dead-letters:read',
};
