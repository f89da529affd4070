import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './language.ts';
import { pseudo } from './pseudo.ts';
import type { TextTree } from './text-tree.ts';

/** A tree of the same keys, with texts of its own. */
type Same<Tree extends TextTree> = { readonly [Key in keyof Tree]: Tree[Key] extends TextTree ? Same<Tree[Key]> : string };

/** `group.key` of each text in a tree; what ends in `_one` or `_other` is asked for without it, and with a `count`. */
type KeyOf<Tree extends TextTree> = {
  [Key in keyof Tree & string]: Tree[Key] extends TextTree
    ? `${Key}.${KeyOf<Tree[Key]>}`
    : Key extends `${infer Base}_${'one' | 'other'}`
      ? Base
      : Key;
}[keyof Tree & string];

/** Gives the text of a key in the language that is spoken now. */
export type Say<Tree extends TextTree> = (key: KeyOf<Tree>, values?: Readonly<Record<string, string | number>>) => string;

export interface Texts<Tree extends TextTree> {
  /** For components: they are drawn again when the language changes. */
  use(): Say<Tree>;
  /** For what is no component. */
  say: Say<Tree>;
}

/**
 * The texts of a part of the page: Chinese first, English with the same keys, and a pseudo-language made of the Chinese, by which a test
 * finds what is not from here. English needs `_one` and `_other` where a `count` decides; Chinese then says the same in both.
 */
export function defineTexts<const Tree extends TextTree>(name: string, { zh, en }: { zh: Tree; en: Same<Tree> }): Texts<Tree> {
  i18next.addResourceBundle('zh-CN', name, zh);
  i18next.addResourceBundle('en', name, en);
  i18next.addResourceBundle('x-pseudo', name, pseudo(zh));
  return {
    use: () => useTranslation(name).t as unknown as Say<Tree>,
    say: (key, values) => (i18next.t as unknown as Say<TextTree>)(`${name}:${key}`, values),
  };
}
