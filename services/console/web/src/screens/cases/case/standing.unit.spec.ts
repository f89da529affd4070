import { expect, test } from '@jest/globals';
import type { Case } from '../../../api/index.ts';
import { readDefinition } from '../../../parts/swimlane/definition.ts';
import { standingOf, statesOf } from './standing.ts';

const definition = readDefinition({
  steps: [
    { name: 'register', department: 'market-regulation' },
    { name: 'tax', department: 'taxation', after: ['register'], mode: 'officer' },
    { name: 'invoice', department: 'taxation', after: ['tax'] },
  ],
});
type Step = Case['steps'][string];
const step = (department: string, status: Step['status'], more: Partial<Step> = {}): Step => ({
  department,
  status,
  division: '330106',
  capability: 'x.y',
  mode: 'automatic',
  ...more,
});
const shown = (status: Case['status'], steps: Record<string, Step>, more: Partial<Case> = {}): Case => ({
  id: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d',
  code: 'HT-20261124-7K3M9QX2-D',
  process: 'enterprise-startup',
  version: 1,
  division: '330106',
  status,
  applicant: {},
  input: {},
  steps,
  openedAt: '2026-11-24T08:00:00Z',
  updatedAt: '2026-11-24T08:00:05Z',
  ...more,
});
const done = step('market-regulation', 'completed');

test('it lies with an officer who has yet to take it in hand, and then comes the step behind', () => {
  const steps = {
    register: done,
    tax: step('taxation', 'requested', { mode: 'officer', requestedAt: '2026-11-24T08:00:01Z' }),
    invoice: step('taxation', 'waiting'),
  };
  expect(standingOf(shown('running', steps), definition)).toEqual({
    kind: 'lies',
    lying: [{ step: 'tax', department: 'taxation', how: 'waits', since: '2026-11-24T08:00:01Z' }],
    next: ['invoice'],
  });
});

test('software that was asked and has not answered is not said to be at work', () => {
  const steps = { register: step('market-regulation', 'requested', { requestedAt: '2026-11-24T08:00:01Z' }) };
  expect(standingOf(shown('running', steps), definition)).toMatchObject({ lying: [{ step: 'register', how: 'asked' }] });
});

test('between two steps it is on its way', () => {
  expect(standingOf(shown('running', { register: done, tax: step('taxation', 'waiting') }), definition)).toEqual({ kind: 'moves' });
});

test('a stalled case says where it hangs, since when and why', () => {
  const incident = { step: 'tax', since: '2026-11-24T08:00:03Z', error: 'no answer' };
  expect(standingOf(shown('stalled', { tax: step('taxation', 'failed') }, { incident }), definition)).toEqual({
    kind: 'stalled',
    department: 'taxation',
    ...incident,
  });
});

test('a refused one says who refused, and by which law', () => {
  const steps = {
    register: step('market-regulation', 'compensated'),
    tax: step('taxation', 'refused', { refusal: { code: 'tax.arrears', law: '税收征收管理法 44' } }),
  };
  const refusal = { step: 'tax', department: 'taxation', code: 'tax.arrears', law: '税收征收管理法 44' };
  expect(standingOf(shown('closed', steps, { outcome: 'refused', closedAt: '2026-11-24T08:00:30Z' }), definition)).toEqual({
    kind: 'closed',
    outcome: 'refused',
    seconds: 30,
    refusal,
  });
});

test('a step stands as it does since the last event that is about it', () => {
  const events = [
    { type: 'step-requested', step: 'tax', at: '1' },
    { type: 'step-started', step: 'tax', at: '2' },
    { type: 'ignored', step: 'tax', at: '3' },
  ];
  expect(statesOf({ steps: { tax: step('taxation', 'in-progress') } }, events)).toEqual({
    tax: { status: 'in-progress', isOpen: true, since: '2' },
  });
});
