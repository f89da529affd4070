import { isCaseCode, isCaseId } from '../../parts/case-name.ts';

/** Where a text leads that somebody typed: an id to its case; a code to the list, which opens the one that it finds; else a search. */
export function findCase(text: string): readonly { readonly kind: 'id' | 'code' | 'search'; readonly to: string }[] {
  if (isCaseId(text)) return [{ kind: 'id', to: `/cases/${text.toLowerCase()}` }];
  if (isCaseCode(text)) return [{ kind: 'code', to: `/cases?q=${text.toUpperCase()}&open=sole` }];
  return [{ kind: 'search', to: `/cases?q=${encodeURIComponent(text)}` }];
}
