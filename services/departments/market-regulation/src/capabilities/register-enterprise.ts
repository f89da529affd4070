import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { businessScopeGround, licensedItems } from '../domain/business-scope.ts';
import { nameGround, nameKey, nameTaken } from '../domain/enterprise-name.ts';
import { creditCode, licenceNumberOf } from '../domain/numbers.ts';
import { registeredCapitalGround } from '../domain/registered-capital.ts';
import { enterpriseRegistered } from '../events.ts';
import { EnterpriseRegistration, RegisterEnterprise } from './schemas.ts';

const enterprisesByNameKey = recordsBy('enterprise', 'nameKey');

export const registerEnterprise = capability('enterprise.register', {
  title: { zh: '企业设立登记', en: 'Register an enterprise' },
  input: RegisterEnterprise,
  output: EnterpriseRegistration,
  compensation: {
    name: 'enterprise.withdraw-registration',
    title: { zh: '撤销企业设立登记', en: 'Withdraw the registration of an enterprise' },
  },

  async handle({ input, decided, division, load, nextNumber, issue }) {
    const ground =
      nameGround(input.name) ?? businessScopeGround(input.businessScope) ?? registeredCapitalGround(input.registeredCapital, input.name);
    if (ground) return refused(ground.code, ground);

    const key = nameKey(input.name);
    // Asked together: a refusal leaves a gap in the serials, and a round trip is saved.
    const [holders, serial] = await Promise.all([load(enterprisesByNameKey, key), nextNumber('enterprise_serials')]);
    if (holders.length > 0) return refused(nameTaken.code, nameTaken);

    const uscc = decided.uscc ?? creditCode(division, serial);
    const licenceNumber = decided.licenceNumber ?? licenceNumberOf(division, serial);
    const restricted = licensedItems(input.businessScope);
    issue({ type: 'enterprise', id: uscc, data: { ...input, uscc, licenceNumber, nameKey: key, licensedItems: restricted } });
    return completed({ uscc, licenceNumber }, enterpriseRegistered({ uscc, licenceNumber }));
  },
});
