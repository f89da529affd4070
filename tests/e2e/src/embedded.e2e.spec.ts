import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCases } from '@hengtong/local';
import { casesOf, startTestSystem, type TestSystem } from '@hengtong/testing';
import { expectGrantedAtOnce } from './at-once.ts';
import { expectEveryNumber, expectOneRecordEach } from './startup.ts';

describe('on the embedded bus, without a broker', () => {
  let system: TestSystem;
  beforeAll(async () => void (system = await startTestSystem({ bus: 'embedded' })));
  afterAll(() => system.stop());

  test('a start-up is granted, with every number, and a record in force at each department', async () => {
    expect(system.kafka).toBeUndefined();
    const cases = casesOf(system.orchestratorUrl);
    const granted = await cases.ended((await cases.open(demoCases()(0))).id);
    expect(granted).toMatchObject({ status: 'closed', outcome: 'granted' });
    expectEveryNumber(granted.result);
    await expectOneRecordEach(system, granted);
  });

  test('200 cases at once: all granted, one record each at every department', () => expectGrantedAtOnce(system, 200));
});
