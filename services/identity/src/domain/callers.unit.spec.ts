import { AccessClaims } from '@hengtong/contracts';
import { expect, test } from '@jest/globals';
import { claimsOf, granted, heldBy, type Caller, type Rights } from './callers.ts';

const rights: Rights = {
  system: ['records:read', 'cases:read'],
  agency: ['events:read'],
  portal: ['cases:open'],
  officer: ['work-items:write'],
  observer: ['metrics:read'],
  operator: ['dead-letters:write'],
  supervisor: ['dead-letters:write'],
};
const callers: Caller[] = [
  { kind: 'system', id: 'taxation', department: 'taxation' },
  { kind: 'agency', id: 'statistics', agency: 'statistics' },
  { kind: 'portal', id: 'applicants-portal' },
  { kind: 'operator', id: 'he.min', name: '何敏', role: 'observer' },
  { kind: 'officer', id: 'zhou.yan', name: '周岩', department: 'taxation', division: '330106' },
];

test.each(callers)('the claims of a $kind are those that services check', (caller) => {
  const claims = { sub: caller.id, client_id: 'x', scope: '', ...claimsOf(caller) };
  expect(AccessClaims.parse(claims)).toEqual(claims);
  expect(claims.actor).toBe(caller.kind);
});

test('an operator has the rights of the role, everybody else those of the kind', () => {
  expect(callers.map((caller) => heldBy(caller, rights)[0])).toEqual([
    'records:read',
    'events:read',
    'cases:open',
    'metrics:read',
    'work-items:write',
  ]);
});

test('of the scopes asked for those are given that are held; all that are held when none is asked for', () => {
  expect(granted(['cases:read', 'cases:open', 'openid'], rights.system)).toEqual(['cases:read']);
  expect(granted(['cases:open'], rights.system)).toEqual([]);
  expect(granted(['openid'], rights.system)).toEqual(rights.system);
  expect(granted([], rights.system)).toEqual(rights.system);
});
