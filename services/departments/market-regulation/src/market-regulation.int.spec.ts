import { isSerialNumber, isUnifiedSocialCreditCode } from '@hengtong/national-standards';
import { ask, departmentTest, type DepartmentUnderTest, replied, testBrokers, systemOf } from '@hengtong/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { marketRegulation } from './market-regulation.ts';

// Started before the tests and not in a hook of theirs: joining a group of consumers for the first time takes Kafka seconds.
const started = testBrokers() ? await departmentTest(marketRegulation) : undefined;
const withBroker = started ? describe : describe.skip;
const REGISTER = 'enterprise.register';
const WITHDRAW = 'enterprise.withdraw-registration';

const application = (name: string) => ({
  name,
  businessScope: ['面包制售', '食品销售'],
  registeredCapital: 500_000,
  address: '杭州市西湖区文三路 1 号',
  representative: { name: '张三', idNumber: '11010519491231002X' },
});

withBroker('market regulation', () => {
  const department = started as DepartmentUnderTest;
  afterAll(() => department.stop());

  const inForce = async (name: string): Promise<unknown[]> => {
    const sql = `select id from records where data ->> 'name' = $1 and voided_at is null`;
    return (await department.pool.query<{ id: string }>(sql, [name])).rows;
  };

  test('registers an enterprise under numbers that check, and shows the record', async () => {
    const { asked, reply } = await department.ask(REGISTER, application('杭州知味烘焙有限公司'));
    expect(reply.type).toBe(replied.stepCompleted);
    const { uscc, licenceNumber } = reply.data.output as { uscc: string; licenceNumber: string };
    expect([isUnifiedSocialCreditCode(uscc), isSerialNumber(licenceNumber)]).toEqual([true, true]);

    const { body: record } = await ask(`${department.url}/v1/records/enterprise/${uscc}`, { as: systemOf('market-regulation') });
    expect(record).toMatchObject({
      caseId: asked.caseId,
      division: '330106',
      inForce: true,
      data: { licenceNumber, licensedItems: ['食品销售'] },
    });
  });

  test('gives one name once, however many ask for it at the same moment', async () => {
    const name = '杭州晨光面包有限公司';
    const asked = await Promise.all(Array.from({ length: 12 }, () => department.request(REGISTER, application(name))));
    const replies = (await Promise.all(asked.map(({ commandKey }) => department.replies(commandKey)))).flat();
    const refusals = replies.filter(({ type }) => type === replied.stepRefused);
    expect(replies).toHaveLength(12);
    expect(refusals.map(({ data }) => data.code)).toEqual(Array.from({ length: 11 }, () => 'enterprise.name-taken'));
    expect(await inForce(name)).toHaveLength(1);
  });

  test('takes a name for the same that is only written otherwise', async () => {
    await department.ask(REGISTER, application('杭州山海(浙江)贸易有限公司'));
    const { reply } = await department.ask(REGISTER, application('杭州 山海（浙江）贸易有限责任公司'));
    expect(reply.data).toMatchObject({ code: 'enterprise.name-taken', law: '企业名称登记管理规定 17' });
  });

  test('gives every enterprise numbers of its own', async () => {
    const names = Array.from('甲乙丙丁戊己庚辛壬癸', (character) => `杭州${character}${character}食品有限公司`);
    const replies = await Promise.all(names.map(async (name) => (await department.ask(REGISTER, application(name))).reply));
    const numbers = replies.map(({ data }) => data.output as { uscc: string; licenceNumber: string });
    expect(new Set(numbers.flatMap(({ uscc, licenceNumber }) => [uscc, licenceNumber])).size).toBe(20);
  });

  test('refuses a trade that needs a licence first, and records nothing', async () => {
    const name = '杭州飞鸟速运有限公司';
    const { reply } = await department.ask(REGISTER, { ...application(name), businessScope: ['国内快递'] });
    expect(reply).toMatchObject({ type: replied.stepRefused, data: { code: 'scope.prior-licence', law: '邮政法 51' } });
    expect(await inForce(name)).toEqual([]);
  });

  test('answers a repeated command with the same numbers, and registers nothing twice', async () => {
    const input = application('杭州老实人面包有限公司');
    const { asked, reply } = await department.ask(REGISTER, input);
    await department.repeat(asked, input);
    const [, second] = await department.replies(asked.commandKey, 2);
    expect(second?.data).toEqual(reply.data);
    expect(await inForce(input.name)).toHaveLength(1);
  });

  test('voids what it registered, with the cause, and the name is free again', async () => {
    const input = application('杭州后悔面包有限公司');
    const { asked, reply } = await department.ask(REGISTER, input);
    expect((await department.compensate(asked, WITHDRAW)).type).toBe(replied.stepCompensated);

    const { uscc } = reply.data.output as { uscc: string };
    const { body: record } = await ask(`${department.url}/v1/records/enterprise/${uscc}`);
    expect(record).toMatchObject({ inForce: false, voidedBecause: { code: 'tax.arrears' } });
    expect((await department.ask(REGISTER, input)).reply.type).toBe(replied.stepCompleted);
  });

  test('says so when a command is not what it takes, and goes on', async () => {
    const { reply } = await department.ask(REGISTER, { name: '杭州残缺面包有限公司' });
    expect(reply).toMatchObject({ type: replied.stepFailed, data: { error: expect.stringContaining('businessScope') } });
    expect((await department.ask(REGISTER, application('杭州完整面包有限公司'))).reply.type).toBe(replied.stepCompleted);
  });
});
