import { type Answer, ask, departmentTest, type DepartmentUnderTest, replied, systemOf, testBrokers } from '@hengtong/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { taxation } from './taxation.ts';

// Started before the tests and not in a hook of theirs: joining a group of consumers for the first time takes Kafka seconds.
const started = testBrokers() ? await departmentTest(taxation) : undefined;
const withBroker = started ? describe : describe.skip;
const REGISTER = 'tax.register';
const DEBTOR = '11010519491231002X';
const PAYER = '330106199001010018';

/** Codes that check, of no enterprise that we know. */
const [BAKERY, WEAVER, POTTERY] = ['91330106MA0000015K', '91330106MA0000023E', '91350100M000100Y43'];
const application = (uscc: string, idNumber: string) => ({
  uscc,
  name: '杭州知味烘焙有限公司',
  representative: { name: '张三', idNumber },
  registeredCapital: 500_000,
});

withBroker('taxation', () => {
  const department = started as DepartmentUnderTest;
  afterAll(() => department.stop());

  const report = (body: object): Promise<Answer> => ask(`${department.url}/v1/arrears`, { body, as: systemOf('taxation') });

  test('registers a taxpayer under its credit code, small-scale unless it elects otherwise', async () => {
    const { reply } = await department.ask(REGISTER, application(BAKERY, PAYER));
    expect(reply).toMatchObject({ type: replied.stepCompleted, data: { output: { taxpayerNumber: BAKERY, taxpayerType: 'small-scale' } } });
    const elects = { ...application(POTTERY, PAYER), electsGeneralTaxpayer: true };
    expect((await department.ask(REGISTER, elects)).reply.data.output).toMatchObject({ taxpayerType: 'general' });
  });

  test('refuses whose representative owes taxes, with law and sum, until the last demand is settled', async () => {
    await report({ idNumber: DEBTOR, reference: 'D-1', amount: 1000 });
    await report({ idNumber: DEBTOR, reference: 'D-2', amount: 200.5 });
    const { reply } = await department.ask(REGISTER, application(WEAVER, DEBTOR));
    expect(reply).toMatchObject({
      type: replied.stepRefused,
      data: { code: 'tax.arrears', law: '税收征收管理法 44', reason: expect.stringContaining('1200.50 yuan') },
    });

    await report({ idNumber: DEBTOR, reference: 'D-1', amount: 0 });
    expect((await department.ask(REGISTER, application(WEAVER, DEBTOR))).reply.type).toBe(replied.stepRefused);
    await report({ idNumber: DEBTOR, reference: 'D-2', amount: 0 });
    expect((await department.ask(REGISTER, application(WEAVER, DEBTOR))).reply.type).toBe(replied.stepCompleted);
  });

  test('registers an enterprise once, and again after its registration was cancelled', async () => {
    const again = application('91440300708461136T', PAYER);
    const { asked } = await department.ask(REGISTER, again);
    expect((await department.ask(REGISTER, again)).reply.data).toMatchObject({ code: 'tax.already-registered', law: '税收征收管理法 15' });
    await department.compensate(asked, 'tax.cancel-registration');
    expect((await department.ask(REGISTER, again)).reply.type).toBe(replied.stepCompleted);
  });

  test('keeps when a demand was first reported', async () => {
    const demand = { idNumber: PAYER, reference: 'D-3', amount: 50 };
    const { body: first } = await report(demand);
    const { body: last } = await report({ ...demand, amount: 0 });
    expect(last).toEqual({ ...(first as object), amount: 0 });
  });

  test.each([
    ['an identity number that does not check', { idNumber: '110105194912310021' }, '/idNumber'],
    ['less than nothing', { amount: -1 }, '/amount'],
    ['half a fen', { amount: 0.005 }, '/amount'],
    ['no reference', { reference: '' }, '/reference'],
  ])('sends a report back that names %s', async (_what, wrong, pointer) => {
    const answer = await report({ idNumber: DEBTOR, reference: 'D-4', amount: 1, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });
});
