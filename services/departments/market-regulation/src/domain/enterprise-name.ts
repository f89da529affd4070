import type { Ground } from '@hengtong/national-standards';

/** Longest first, so that 股份有限公司 is not read as 有限公司. Sole proprietorships are not registered here. */
const COMPANY_FORMS = ['有限责任公司', '股份有限公司', '股份公司', '有限公司'];
const PARTNERSHIP_FORMS = ['(特殊普通合伙)', '(普通合伙)', '(有限合伙)'];
const FORMS = [...COMPANY_FORMS, ...PARTNERSHIP_FORMS];

/** Two ways to write one form (公司法, article 7) make no other name. */
const SAME_FORM: Readonly<Record<string, string>> = { 有限责任公司: '有限公司', 股份公司: '股份有限公司' };

/** Two characters for the division, two for the trade name (企业名称登记管理规定, articles 6 to 8). */
const SHORTEST_STEM = 4;
/** No instrument says so; a licence has no room for more (unverified). */
const LONGEST_NAME = 60;

/** Article 12: these at the head of a name need the State Council. */
const RESERVED_HEADS = /^(中国|中华|中央|全国|国家)/u;
/** Article 11, items 3 to 5 and 8: state, party and military bodies, and what offends the law. A short list; the law’s is longer. */
const FORBIDDEN = /政府|国务院|人民法院|检察院|公安局|共产党|解放军|武警|人民代表大会|政协|邪教|赌博|毒品|色情/u;

const LAW = '企业名称登记管理规定';

export const nameTaken: Ground = {
  code: 'enterprise.name-taken',
  law: `${LAW} 17`,
  reason: 'An enterprise of this name is registered already: choose another trade name.',
};

/**
 * Ground against an enterprise name by its shape: division, trade name, trade, organisational form (articles 5 to 12; read in the text in
 * force since 1 March 2021). Where the division ends and the trade name begins only a gazetteer could tell, so that the parts before
 * the form are judged together.
 */
export function nameGround(name: string): Ground | undefined {
  const text = normalised(name);
  const form = formOf(text);
  if (form === undefined) {
    return ground('form', 10, 'The name must end in an organisational form such as 有限公司, 股份有限公司 or (有限合伙).');
  }
  const stem = text.slice(0, -form.length);
  if (!/^[\p{Script=Han}()]*$/u.test(stem)) return ground('characters', 5, 'The name may only have Chinese characters.');
  if (stem.replaceAll(/[()]/g, '').length < SHORTEST_STEM) {
    return ground('incomplete', 6, 'The name must have a division, a trade name of at least two characters and a trade before the form.');
  }
  if (text.length > LONGEST_NAME) return ground('too-long', 6, `The name has more than ${LONGEST_NAME} characters.`);
  if (RESERVED_HEADS.test(stem))
    return ground('reserved', 12, 'A name that begins with 中国, 中华, 中央, 全国 or 国家 needs the State Council’s approval.');
  if (FORBIDDEN.test(stem)) return ground('forbidden', 11, 'The name holds a word that no enterprise may use.');
  return undefined;
}

/** What two names have in common if they count as the same: width, spaces, dots, case and the two ways to write one form do not matter. */
export function nameKey(name: string): string {
  const text = normalised(name);
  const form = formOf(text) ?? '';
  return text.slice(0, text.length - form.length) + (SAME_FORM[form] ?? form);
}

/** Whether the name’s form is a company’s, and not a partnership’s. */
export const isCompany = (name: string): boolean => COMPANY_FORMS.includes(formOf(normalised(name)) ?? '');

/** Compatibility normalisation (Unicode NFKC) makes wide letters and brackets narrow. */
const normalised = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•・]/gu, '')
    .toLowerCase();

const formOf = (text: string): string | undefined => FORMS.find((form) => text.endsWith(form));

const ground = (what: string, article: number, reason: string): Ground => ({
  code: `enterprise.name-${what}`,
  law: `${LAW} ${article}`,
  reason,
});
