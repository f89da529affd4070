import type { TextTree } from './text-tree.ts';

/** Each text in brackets that stand nowhere else: what is on the page without them is not from the catalogue of texts. */
export function pseudo(tree: TextTree): TextTree {
  return Object.fromEntries(Object.entries(tree).map(([key, text]) => [key, typeof text === 'string' ? `⟦${text}⟧` : pseudo(text)]));
}
