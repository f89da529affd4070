import { OpenCase } from '@hengtong/contracts';
import { identityNumberFault } from '@hengtong/national-standards';
import { expect, test } from '@jest/globals';
import { demoCases } from './demo-case.ts';

const nameOf = (body: OpenCase) => body.input.enterpriseName;

test('a case is what POST /v1/cases takes, with an identity number that checks', () => {
  const body = demoCases()(0);
  expect(OpenCase.parse(body)).toEqual(body);
  expect(identityNumberFault(body.applicant.idNumber, '2026-11-24T00:00:00Z')).toBeUndefined();
});

test('every case has a name of its own', () => {
  const make = demoCases();
  const names = Array.from({ length: 5000 }, (_, index) => nameOf(make(index)));
  expect(new Set(names).size).toBe(5000);
});

test('the next start has other names', () => {
  expect(nameOf(demoCases((bound) => bound - 1)(0))).not.toBe(nameOf(demoCases(() => 0)(0)));
});
