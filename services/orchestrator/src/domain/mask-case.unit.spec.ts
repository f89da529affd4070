import { expect, test } from '@jest/globals';
import type { Case, CaseEvent } from '@hengtong/contracts';
import type { PersonalValues } from '@hengtong/process-model';
import { maskCase, maskEvent } from './mask-case.ts';

const personal: PersonalValues = {
  input: { fields: new Map([['name', 'open']]) },
  outputs: new Map([['register', { fields: new Map([['uscc', 'open']]) }]]),
  result: { fields: new Map([['uscc', 'open']]) },
};

const whole = (applicant: Case['applicant']): Case => ({
  id: '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00',
  code: 'HT-20261124-7K3M9QX2-D',
  process: 'enterprise-startup',
  version: 1,
  division: '330106',
  status: 'running',
  applicant,
  input: { name: '晨麦', owner: '陈静' },
  steps: {},
  openedAt: '2026-11-24T08:00:00.000Z',
  updatedAt: '2026-11-24T08:00:00.000Z',
});

const event = (type: string, data: Record<string, unknown>, step?: string): CaseEvent => ({
  sequence: 1,
  type,
  at: '2026-11-24T08:00:00.000Z',
  data,
  actor: { type: 'service', id: 'orchestrator' },
  ...(step && { step }),
});

test('an enterprise is named by name and social credit code, a person by neither', () => {
  const shop = { kind: 'enterprise', idType: 'uscc', idNumber: '91330106MA2AB1CD5X', name: '晨麦', reference: 'A-1' } as const;
  expect(maskCase(whole(shop), personal)).toMatchObject({ masked: true, applicant: shop, input: { name: '晨麦', owner: '***' } });
  const person = { ...shop, kind: 'person' } as const;
  expect(maskCase(whole(person), personal).applicant).toEqual({ ...person, name: '***', idNumber: '***' });
});

test('an enterprise that applies under the number of a person, and whoever does not say what they are, are not named', () => {
  const odd = { kind: 'enterprise', idType: 'resident-id', idNumber: '330106198504123415', name: '晨麦' } as const;
  expect(maskCase(whole(odd), personal).applicant).toMatchObject({ idNumber: '***' });
  expect(maskCase(whole({ name: '陈静' }), personal).applicant).toEqual({ name: '***' });
});

test('events show what is nobody’s, and of a type that is not known nothing', () => {
  expect(maskEvent(event('step-completed', { commandKey: 'k', output: { uscc: 'U', owner: 'O' } }, 'register'), personal).data).toEqual({
    commandKey: 'k',
    output: { uscc: 'U', owner: '***' },
  });
  expect(maskEvent(event('step-completed', { output: { seal: 'S' } }, 'unknown'), personal).data).toEqual({ output: { seal: '***' } });
  expect(maskEvent(event('step-refused', { code: 'tax.no', reason: '陈静 owes' }, 'tax'), personal).data).toEqual({
    code: 'tax.no',
    reason: '***',
  });
  expect(maskEvent(event('case-closed', { outcome: 'granted', result: { uscc: 'U', x: 1 } }), personal).data).toEqual({
    outcome: 'granted',
    result: { uscc: 'U', x: '***' },
  });
  expect(maskEvent(event('step-failed', { error: 'the disk is full' }, 'tax'), personal).data).toEqual({ error: 'the disk is full' });
  expect(maskEvent(event('case-supplemented', { documents: ['陈静'] }), personal).data).toEqual({ documents: '***' });
});
