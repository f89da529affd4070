import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { serialNumber } from '@hengtong/national-standards';
import { arrearsOf } from '../adapters/postgres/arrears-of.ts';
import { arrearsGround } from '../domain/arrears.ts';
import { registrationGround, taxpayerOnRegister } from '../domain/registration.ts';
import { taxpayerTypeOf } from '../domain/taxpayer-type.ts';
import { taxpayerRegistered } from '../events.ts';
import { RegisterTaxpayer, TaxRegistration } from './schemas.ts';

const taxpayersOf = recordsBy('taxpayer', 'uscc');

export const registerTaxpayer = capability('tax.register', {
  title: { zh: '税务登记', en: 'Register a taxpayer' },
  input: RegisterTaxpayer,
  output: TaxRegistration,
  compensation: { name: 'tax.cancel-registration', title: { zh: '撤销税务登记', en: 'Cancel the registration of a taxpayer' } },

  async handle({ input, decided, division, now, load, nextNumber, issue }) {
    const { uscc, representative, annualSales = 0, electsGeneralTaxpayer = false } = input;
    const faulty = registrationGround(input, now);
    if (faulty) return refused(faulty.code, faulty);

    // Asked together: a refusal leaves a gap in the serials, and two round trips are saved.
    const [arrears, taxpayers, serial] = await Promise.all([
      load(arrearsOf, representative.idNumber),
      load(taxpayersOf, uscc),
      nextNumber('tax_registration_serials'),
    ]);
    const owed = arrearsGround(arrears);
    if (owed) return refused(owed.code, owed);
    if (taxpayers.length > 0) return refused(taxpayerOnRegister.code, taxpayerOnRegister);

    const taxpayerNumber = decided.taxpayerNumber ?? uscc;
    const taxpayerType = decided.taxpayerType ?? taxpayerTypeOf(annualSales, electsGeneralTaxpayer);
    // The record has a number of its own: an enterprise whose registration was cancelled may register again under the same taxpayer number.
    const registrationNumber = serialNumber(division, serial);
    issue({ type: 'taxpayer', id: registrationNumber, data: { ...input, registrationNumber, taxpayerNumber, taxpayerType } });
    return completed({ taxpayerNumber, taxpayerType }, taxpayerRegistered({ taxpayerNumber, taxpayerType }));
  },
});
