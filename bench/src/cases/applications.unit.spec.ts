import { expect, test } from '@jest/globals';
import { OpenCase } from '@hengtong/contracts';
import { identityNumberFault } from '@hengtong/national-standards';

import { applications } from './applications.ts';

test('an application is one that the API takes, with identity numbers that check', () => {
  const application = applications('chain')();
  expect(OpenCase.parse(application)).toEqual(application);
  expect(identityNumberFault(application.applicant.idNumber, '2026-11-24T00:00:00Z')).toBeUndefined();
});

test('no name comes twice, not in a run that starts a millisecond later either', () => {
  const [first, second] = [applications('chain', 1_800_000_000_000), applications('enterprise-startup', 1_800_000_000_001)];
  const names = Array.from({ length: 1_000 }, () => [first(), second()]).flatMap((both) =>
    both.map(({ input }) => input['enterpriseName']),
  );
  expect(new Set(names).size).toBe(2_000);
  expect(names[0]).toMatch(/^杭州\p{Script=Han}{11}面包有限公司$/u);
});
