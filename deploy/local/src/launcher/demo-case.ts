import { randomInt } from 'node:crypto';
import type { OpenCase } from '@hengtong/contracts';
import { residentIdentityNumber } from '@hengtong/national-standards';

/** Sixty-four characters that trade names are made of: six bits each. */
const alphabet = Array.from(
  '安邦昌达德鼎东方丰福富广和恒宏华汇惠吉佳嘉建健锦进景聚康乐丽利联隆茂美民明宁鹏启庆荣瑞润盛世顺泰腾天同万旺祥欣新信兴旭益永裕元源',
);

/** Draws a whole number from 0 to below `bound`. */
export type Draw = (bound: number) => number;

/**
 * Makes applications to start an enterprise, a bakery in the West Lake district of Hangzhou, each with a name and people of its own: a
 * name is registered once, and a person has one account. All of them are invented; their identity numbers have right check digits.
 * `draw` is a source of randomness. Two makers differ in the first four characters of the trade name (one in 17 million does not);
 * within one, the last three count.
 */
export function demoCases(draw: Draw = (bound) => randomInt(bound)): (index: number) => OpenCase {
  const han = (number: number, length: number): string =>
    Array.from({ length }, (_, place) => alphabet[Math.floor(number / 64 ** place) % 64]).join('');
  const mine = han(draw(64 ** 4), 4);
  const offset = draw(64 ** 3);
  return (index) => {
    const enterpriseName = `杭州${mine}${han(offset + index, 3)}面包有限公司`;
    const [representative, baker] = [person('陈静', draw), person('王磊', draw)];
    return {
      process: 'enterprise-startup',
      division: '330106',
      applicant: { kind: 'person', idType: 'resident-id', ...representative },
      input: {
        enterpriseName,
        businessScope: ['面包制售', '食品销售'],
        registeredCapital: 500_000,
        address: '杭州市西湖区文三路 1 号',
        legalRepresentative: representative,
        employees: [representative, baker].map((employee) => ({ ...employee, contributionBase: 8000 })),
      },
    };
  };
}

/** Somebody of Hangzhou, born between 1970 and 1999. */
function person(name: string, draw: Draw): { name: string; idNumber: string } {
  const two = (number: number) => String(number).padStart(2, '0');
  const birth = `${1970 + draw(30)}${two(1 + draw(12))}${two(1 + draw(28))}`;
  return { name, idNumber: residentIdentityNumber(`330106${birth}${String(draw(1000)).padStart(3, '0')}`) };
}
