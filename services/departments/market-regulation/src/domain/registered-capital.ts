import type { Ground } from '@hengtong/national-standards';
import { isCompany } from './enterprise-name.ts';

/**
 * Above this an official has to weigh whether the sum is real (国务院关于实施《中华人民共和国公司法》注册资本登记管理制度的规定, 国务院令第784号,
 * article 6, unverified: capital that is plainly abnormal); software does not. In yuan.
 */
const NEEDS_ASSESSMENT_ABOVE = 1_000_000_000;

/**
 * Ground against a registered capital in yuan. There has been no lowest sum since 2014, but a company has a capital (公司法, article 47:
 * what the members subscribe); a partnership may do without.
 */
export function registeredCapitalGround(capital: number, name: string): Ground | undefined {
  if (capital < 0 || (capital === 0 && isCompany(name))) {
    return { code: 'capital.not-positive', law: '公司法 47', reason: 'The registered capital of a company must be more than zero.' };
  }
  if (Math.round(capital * 100) / 100 !== capital) {
    return {
      code: 'capital.not-in-fen',
      law: '人民币管理条例 4',
      reason: 'The registered capital has more than two decimals: the smallest unit is the fen.',
    };
  }
  if (capital > NEEDS_ASSESSMENT_ABOVE) {
    return {
      code: 'capital.needs-assessment',
      law: '国务院令第784号 6',
      reason: 'A registered capital above one billion yuan needs an official’s assessment: apply at the counter.',
    };
  }
  return undefined;
}
