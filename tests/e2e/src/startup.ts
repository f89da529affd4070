import { expect } from '@jest/globals';
import type { Case, DepartmentRecord } from '@hengtong/contracts';
import { isSerialNumber, isUnifiedSocialCreditCode } from '@hengtong/national-standards';
import { answerOf, recordsIn, type RunningSystem, startupRecords, systemOf } from '@hengtong/testing';

/** The numbers of a start-up, each with what makes it a right one. */
const numbers: Readonly<Record<string, (number: string, result: Record<string, unknown>) => boolean>> = {
  uscc: isUnifiedSocialCreditCode,
  licenceNumber: isSerialNumber,
  sealNumber: (number) => /^330106\d{7}$/.test(number),
  taxpayerNumber: (number, { uscc }) => number === uscc,
  taxpayerType: (type) => type === 'small-scale',
  socialInsuranceNumber: isSerialNumber,
  medicalInsuranceNumber: isSerialNumber,
  fundAccount: isSerialNumber,
};

/** The result holds every number of a start-up and no other, each right by its check digit. */
export function expectEveryNumber(result: Record<string, unknown> = {}): void {
  const right = Object.entries(numbers).map(([name, isRight]) => [name, isRight(String(result[name]), result)]);
  expect({ result, right: Object.fromEntries(right) as unknown }).toEqual({
    result: Object.fromEntries(Object.keys(numbers).map((name) => [name, expect.any(String)])) as unknown,
    right: Object.fromEntries(Object.keys(numbers).map((name) => [name, true])) as unknown,
  });
}

/** Every department holds exactly one record of the case, in force, found again under its own address. */
export async function expectOneRecordEach(system: RunningSystem, { id, result = {} }: Case): Promise<void> {
  const records = await recordsIn(system, { caseId: id });
  expect(Object.fromEntries(records.map(({ department, type }) => [department, type]))).toEqual(startupRecords);
  expect(records).toHaveLength(Object.keys(startupRecords).length);
  for (const { department, ...record } of records) {
    expect(record).toMatchObject({ caseId: id, inForce: true, data: { uscc: result['uscc'] } });
    const address = `${system.departments[department]}/v1/records/${record.type}/${record.id}`;
    const alone = await answerOf<DepartmentRecord>(address, { as: systemOf(department) });
    expect(alone).toEqual(record);
  }
}
