import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { kept } from '../app/kept.ts';

/** What the interface speaks: Chinese first, English; the third only for tests. */
export const languages = ['zh-CN', 'en', 'x-pseudo'] as const;
export type Language = (typeof languages)[number];

const chosen = kept('language', (text): Language => languages.find((language) => language === text) ?? 'zh-CN');

void i18next.use(initReactI18next).init({
  lng: chosen.get(),
  fallbackLng: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  resources: {},
  initAsync: false,
});
document.documentElement.lang = locale();
chosen.subscribe(() => {
  void i18next.changeLanguage(chosen.get());
  document.documentElement.lang = locale();
});

/** The language of this browser's user, kept there. */
export const language = chosen;

/** For `Intl`, which knows no pseudo-language. */
export function locale(): string {
  const now = chosen.get();
  return now === 'x-pseudo' ? 'zh-CN' : now;
}

/** Of two titles, the one in the language that is spoken now. */
export function titleIn(titles: { readonly zh: string; readonly en: string }): string {
  return locale() === 'en' ? titles.en : titles.zh;
}
