import { Building2 } from 'lucide-react';
import type { Screen } from '../../app/screen.ts';
import { texts } from './texts.ts';

/** The departments: what lies with them, how their services are, and the work of their officers. */
export const screen: Screen = {
  routes: [
    { path: 'departments', lazy: async () => ({ Component: (await import('./departments.tsx')).Departments }) },
    { path: 'departments/:name', lazy: async () => ({ Component: (await import('./department.tsx')).DepartmentPage }) },
  ],
  place: { to: '/departments', title: () => texts.say('title'), icon: Building2, order: 50 },
  needs: 'work-items:read',
  isHomeFor: ({ actor }) => actor === 'officer',
};
