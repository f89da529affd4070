import { FolderOpen } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { findCase } from './find-case.ts';
import { texts } from './texts.ts';

/** Cases: the list of all, and one with everything that happened in it. */
export const screen: Screen = {
  routes: [
    { path: 'cases', lazy: async () => ({ Component: (await import('./list/case-list.tsx')).CaseList }) },
    { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case/case-page.tsx')).CasePage }) },
  ],
  place: { to: '/cases', title: () => texts.say('title'), icon: FolderOpen, order: 30 },
  needs: 'cases:read',
  find: (text) => findCase(text).map(({ kind, to }) => ({ title: texts.say(`find.${kind}`, { text }), to })),
};
