import { isSerialNumber } from '@hengtong/national-standards';
import { ask, departmentTest, type DepartmentUnderTest, replied, testBrokers, systemOf } from '@hengtong/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { humanResources } from './human-resources.ts';

// Started before the tests and not in a hook of theirs: joining a group of consumers for the first time takes Kafka seconds.
const started = testBrokers() ? await departmentTest(humanResources) : undefined;
const withBroker = started ? describe : describe.skip;
const OPEN = 'employer.register-insurance';

/** Codes that check, of no enterprise that we know. */
const [BAKERY, WEAVER, POTTERY] = ['91330106MA0000015K', '91330106MA0000023E', '91350100M000100Y43'];
const employer = (uscc: string, contributionBase = 8000) => ({
  uscc,
  name: '杭州知味烘焙有限公司',
  employees: [{ name: '张三', idNumber: '330106199001010018', contributionBase }],
});

withBroker('human resources', () => {
  const department = started as DepartmentUnderTest;
  afterAll(() => department.stop());

  test('opens an account with its staff, and shows the record', async () => {
    const { asked, reply } = await department.ask(OPEN, employer(BAKERY));
    expect(reply.type).toBe(replied.stepCompleted);
    const { socialInsuranceNumber } = reply.data.output as { socialInsuranceNumber: string };
    expect(isSerialNumber(socialInsuranceNumber)).toBe(true);

    const { body: record } = await ask(`${department.url}/v1/records/social-insurance-account/${socialInsuranceNumber}`, {
      as: systemOf('human-resources'),
    });
    expect(record).toMatchObject({ caseId: asked.caseId, inForce: true, data: { uscc: BAKERY, employees: employer(BAKERY).employees } });
  });

  test('opens one account for an employer that asks twice at the same moment', async () => {
    const asked = await Promise.all([department.request(OPEN, employer(WEAVER)), department.request(OPEN, employer(WEAVER))]);
    const replies = (await Promise.all(asked.map(({ commandKey }) => department.replies(commandKey)))).flat();
    expect(replies.map(({ type }) => type).toSorted()).toEqual([replied.stepCompleted, replied.stepRefused].toSorted());
    expect(replies.find(({ type }) => type === replied.stepRefused)?.data.code).toBe('insurance.already-registered');
  });

  test('closes it with its cause, and the employer may have another', async () => {
    const { asked, reply } = await department.ask(OPEN, employer(POTTERY));
    expect((await department.compensate(asked, 'employer.cancel-insurance')).type).toBe(replied.stepCompensated);
    const { socialInsuranceNumber } = reply.data.output as { socialInsuranceNumber: string };
    const { body: record } = await ask(`${department.url}/v1/records/social-insurance-account/${socialInsuranceNumber}`);
    expect(record).toMatchObject({ inForce: false, voidedBecause: { code: 'tax.arrears' } });
    expect((await department.ask(OPEN, employer(POTTERY))).reply.type).toBe(replied.stepCompleted);
  });

  test('refuses a contribution base beyond the limits of the province, and takes it where none are known', async () => {
    const poor = employer('91440300708461136T', 100);
    expect((await department.ask(OPEN, poor)).reply.data.code).toBe('staff.base-out-of-limits');
    const { asked, reply } = await department.ask(OPEN, poor, { division: '540102' });
    expect(reply.type).toBe(replied.stepCompleted);
    const { rows } = await department.pool.query('select data ->> $2 as limits from records where command_key = $1', [
      asked.commandKey,
      'baseLimits',
    ]);
    expect(rows).toEqual([{ limits: 'unknown' }]);
  });
});
