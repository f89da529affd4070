import { describe, expect, test } from '@jest/globals';
import { isCaseCode } from './domain/case-code.ts';
import { exampleCase } from './adapters/http/example-case.ts';
import { afterwards, Backbone, granted, registered } from './testing/backbone.ts';

describe('an enterprise start-up', () => {
  const backbone = new Backbone();

  test('is granted when all departments have done their part, with the numbers that they gave', async () => {
    const bakery = await backbone.open();
    expect(isCaseCode(bakery.opened.code)).toBe(true);
    await bakery.asks('register');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    for (const step of afterwards) await bakery.from(step).answers(granted[step]);
    const { result, steps } = await bakery.closes('granted');
    expect(result).toEqual(Object.assign({}, registered, ...Object.values(granted)));
    expect(Object.values(steps).map(({ status }) => status)).toEqual([...afterwards, 'register'].map(() => 'completed'));
  });

  test('asks each department for what the definition maps, and for nothing else', async () => {
    const bakery = await backbone.open();
    const [register] = await bakery.asks('register');
    const { enterpriseName, businessScope, registeredCapital, address, legalRepresentative, employees } = exampleCase.input;
    expect(register).toMatchObject({ department: 'market-regulation', division: '330106', commandkey: `${bakery.id}/register/forward/1` });
    expect(register?.data).toEqual({
      capability: 'enterprise.register',
      level: 'county',
      mode: 'automatic',
      division: '330106',
      caseDivision: '330106',
      input: { name: enterpriseName, businessScope, registeredCapital, address, representative: legalRepresentative },
    });
    await bakery.from('register').answers({ ...registered, bankBalance: 1_000_000 });
    const asked = await bakery.asks(...afterwards);
    expect(asked.find(({ step }) => step === 'housing-fund')?.data).toMatchObject({
      input: { uscc: registered.uscc, name: enterpriseName, employees },
    });
    expect((await bakery.is('running')).steps['register']?.output).toEqual(registered);
  });

  test('is undone, last first, when taxation refuses while the housing fund is under way', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    for (const step of ['seal', 'medical-insurance', 'social-insurance']) {
      await bakery.from(step).answers(granted[step]);
      await bakery.tells('step-completed', { step });
    }
    await bakery.from('tax').refuses('tax.arrears');
    await bakery.tells('step-refused', { step: 'tax', data: { code: 'tax.arrears', law: '税收征收管理法 44' } });
    await bakery.is('compensating', {
      steps: { tax: { status: 'refused', refusal: { code: 'tax.arrears' } }, 'housing-fund': { status: 'requested' } },
    });
    await bakery.from('housing-fund').answers(granted['housing-fund']);
    for (const step of ['housing-fund', 'social-insurance', 'medical-insurance', 'seal', 'register']) {
      const { commandkey, data } = await bakery.undoes(step);
      expect(commandkey).toBe(`${bakery.id}/${step}/compensate/1`);
      expect(data).toMatchObject({ compensates: `${bakery.id}/${step}/forward/1`, cause: { step: 'tax', code: 'tax.arrears' } });
      await bakery.from(step).undone();
    }
    const { steps, result } = await bakery.closes('refused');
    expect(result).toBeUndefined();
    expect(Object.fromEntries(Object.entries(steps).map(([name, { status }]) => [name, status]))).toEqual({
      register: 'compensated',
      seal: 'compensated',
      tax: 'refused',
      'social-insurance': 'compensated',
      'medical-insurance': 'compensated',
      'housing-fund': 'compensated',
    });
  });

  test('is refused at once when registration refuses, with nothing to undo', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').refuses('enterprise.name-taken');
    await bakery.closes('refused');
    expect(await bakery.events()).toEqual(['case-opened', 'step-requested register', 'step-refused register', 'case-closed']);
  });

  test('stalls when a department fails, and goes on with the true answer under the same command key', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').fails('the disk is full');
    await bakery.tells('case-stalled', { data: { step: 'register' } });
    await bakery.is('stalled', { steps: { register: { status: 'failed', error: 'the disk is full' } } });
    await bakery.from('register').answers(registered);
    await bakery.tells('case-resumed');
    await bakery.asks(...afterwards);
    for (const step of afterwards) await bakery.from(step).answers(granted[step]);
    const { steps } = await bakery.closes('granted');
    expect(steps['register']).not.toHaveProperty('error');
  });

  test('stalls on its way back, too, when a compensation fails, and is refused once that is put right', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    for (const step of afterwards) await bakery.from(step).refuses(`${step}.no`);
    await bakery.undoes('register');
    await bakery.from('register').fails('the register is locked');
    await bakery.tells('case-stalled', { data: { step: 'register' } });
    await bakery.from('register').undone();
    await bakery.closes('refused');
  });

  test('tells the world nothing personal', async () => {
    const bakery = await backbone.open();
    await bakery.asks('register');
    await bakery.from('register').refuses('enterprise.name-taken');
    await bakery.closes('refused');
    const told = JSON.stringify(backbone.bus.of(bakery.id).filter(({ sequence }) => sequence !== undefined));
    expect(told).not.toMatch(/330106198504123415|陈静|王磊|晨麦/u);
  });
});
