import type { OpenCase } from '@hengtong/contracts';
import { residentIdentityNumber } from '@hengtong/national-standards';

/**
 * The processes that cases are of: the first has its six departments one after another, the second five of them side by side; the third
 * waits for an officer, so that its cases stay open.
 */
export type Process = 'chain' | 'enterprise-startup' | 'seal-by-officer';

/** Characters of trade names, five bits each. No two of them make a word that a name must not have. */
const ALPHABET = Array.from('安昌达德鼎丰福富广恒宏汇吉佳嘉建锦康乐利隆茂宁鹏启庆荣瑞润盛泰祥');

const representative = { name: '陈静', idNumber: residentIdentityNumber('33010619850412341') };
const employee = { name: '王磊', idNumber: residentIdentityNumber('33010619920817105') };

/**
 * Makes applications that every department grants, each with an enterprise name of its own: a name can be registered
 * once. `start` sets apart the names of two runs on one database; milliseconds, by default those of now.
 */
export function applications(process: Process, start = Date.now()): () => OpenCase {
  let number = start * 4096;
  return () => ({
    process,
    division: '330106',
    applicant: { kind: 'person', idType: 'resident-id', ...representative },
    input: {
      enterpriseName: `杭州${inHan(number++)}面包有限公司`,
      businessScope: ['面包制售', '食品销售'],
      registeredCapital: 500_000,
      address: '杭州市西湖区文三路 1 号',
      legalRepresentative: representative,
      employees: [representative, employee].map((person) => ({ ...person, contributionBase: 8000 })),
    },
  });
}

/** A whole number in base 32, with Chinese characters for digits. */
function inHan(number: number): string {
  const digits: string[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / ALPHABET.length)) digits.unshift(ALPHABET[rest % ALPHABET.length] ?? '');
  return digits.join('');
}
