import { kept } from './kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Light, dark, or as the system has it. */
export const theme = kept('theme', (text): Theme => themes.find((each) => each === text) ?? 'system');

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  const now = theme.get();
  document.documentElement.dataset['theme'] = now === 'system' ? (dark.matches ? 'dark' : 'light') : now;
}

show();
theme.subscribe(show);
dark.addEventListener('change', show);
