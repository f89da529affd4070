export { defineTexts, type Say, type Texts } from './define-texts.ts';
export { language, type Language, languages, locale, titleIn } from './language.ts';
export type { TextTree } from './text-tree.ts';
