import type { Ground } from '@hengtong/national-standards';
import { SCOPE_RULES, type ScopeRule } from './scope-rules.ts';

/** Ground against the items of a business scope: none named, one prohibited, or one that needs a licence before registration. */
export function businessScopeGround(items: readonly string[]): Ground | undefined {
  if (items.every((item) => item.trim() === '')) {
    return { code: 'scope.empty', law: '市场主体登记管理条例 8', reason: 'Name at least one item of business.' };
  }
  for (const item of items) {
    const rule = ruleOf(item);
    if (rule?.kind === 'prohibited') return { code: 'scope.prohibited', law: rule.law, reason: `No enterprise may do this: ${item}.` };
    if (rule?.kind === 'prior-licence') {
      return {
        code: 'scope.prior-licence',
        law: rule.law,
        reason: `Before an enterprise can be registered for this, it needs a licence from ${rule.by ?? 'the authority in charge'}: ${item}.`,
      };
    }
  }
  return undefined;
}

/** The items that may only be taken up once their own licence is there; the registration names them. */
export const licensedItems = (items: readonly string[]): string[] => items.filter((item) => ruleOf(item)?.kind === 'licence');

/** The first rule that matches, and so the strictest. Applicants write freely, so that a trade is found within an item too. */
const ruleOf = (item: string): ScopeRule | undefined => {
  const text = item.normalize('NFKC').replaceAll(/\s/gu, '');
  return SCOPE_RULES.find(({ trade }) => trade.test(text));
};
