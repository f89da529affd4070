import { expect, test } from '@jest/globals';
import { decide, UnknownCase } from './decide.ts';
import { MAX_IGNORED } from './ignored.ts';
import { CASE_ID } from './scenarios/conversation.ts';
import { aBakery, definitionOf, startup } from './testing/definitions.ts';
import { saga } from './testing/saga.ts';

const registered = () => saga(startup).open(aBakery).asks('register').answers({ uscc: '91A' }).asks('seal', 'tax', 'fund');

test('a second answer is one event, and a hundred of them are no more', () => {
  const conversation = registered().from('register').answers({ uscc: '91B' }).ignores('duplicate');
  for (let again = 0; again < 100; again++) conversation.answers({ uscc: '91B' }).shrugs('duplicate');
  expect(conversation.state.steps['register']).toMatchObject({ output: { uscc: '91A' } });
});

test('an answer that contradicts the first one is a duplicate too', () => {
  registered().from('register').refuses('enterprise.name-taken').ignores('duplicate').is('running');
});

test('an answer of a department that was not asked', () => {
  registered().from('tax').answers({ taxpayerNumber: 'T' }, { department: 'seal' }).ignores('wrong-department').step('tax', 'requested');
});

test('an answer for a step that is not in the process, even one called like a method', () => {
  registered().from('visa').answers().ignores('unknown-step').from('constructor').answers().ignores('unknown-step');
});

test('an answer to what was not asked yet, or never is', () => {
  saga(startup).open(aBakery).asks('register').from('tax').answers().ignores('not-asked');
  registered().from('register').undone().ignores('not-asked');
  registered().from('register').givesBack().ignores('not-asked');
  registered().from('tax').answers({ taxpayerNumber: 'T' }, { commandKey: 'nonsense' }).ignores('not-asked');
  registered()
    .from('tax')
    .answers({ taxpayerNumber: 'T' }, { commandKey: `${CASE_ID}/tax/compensate/1` })
    .ignores('not-asked');
  registered()
    .from('tax')
    .answers({ taxpayerNumber: 'T' }, { commandKey: `${CASE_ID}/tax/forward/2` })
    .ignores('not-asked');
});

test('an answer to an attempt that is past', () => {
  registered()
    .from('tax')
    .answers({ taxpayerNumber: 'T' }, { commandKey: `${CASE_ID}/tax/forward/0` })
    .ignores('stale-attempt');
});

test('an answer when the case is closed', () => {
  const conversation = saga(definitionOf({ a: {} }))
    .open(aBakery)
    .asks('a')
    .answers();
  conversation.answers().ignores('closed').answers().shrugs('closed').closes('granted');
});

test('a compensation or a recall that was answered', () => {
  registered()
    .from('tax')
    .refuses('tax.arrears')
    .from('seal')
    .answers({ sealNumber: 'S' })
    .from('fund')
    .refuses('fund.no')
    .undoes('seal')
    .undone()
    .undoes('register')
    .from('seal')
    .undone()
    .ignores('duplicate');
  saga(definitionOf({ a: {}, b: { mode: 'officer' }, c: {} }))
    .open(aBakery)
    .asks('a', 'b', 'c')
    .from('a')
    .refuses('a.no')
    .recalls('b')
    .givesBack()
    .givesBack()
    .ignores('duplicate')
    .answers()
    .ignores('duplicate');
});

test('a flood of different ones ends in silence, with the reason for the caller', () => {
  const conversation = registered().from('tax');
  for (let key = 0; key < MAX_IGNORED; key++) conversation.answers({}, { commandKey: `made-up/${key}` }).ignores('not-asked');
  conversation.answers({}, { commandKey: 'made-up/again' }).shrugs('not-asked');
});

test('an application for a case that is open', () => {
  const { state } = registered();
  const again = { type: 'open-case', caseId: CASE_ID, code: 'CASE-1', ...aBakery } as const;
  expect(decide(startup, state, again, '2026-11-24T12:00:00Z')).toMatchObject({
    ignored: 'duplicate',
    commands: [],
    events: [{ type: 'ignored' }],
  });
});

test('a reply to a case that does not exist is no reply to anything', () => {
  const reply = { type: 'step-completed', step: 'tax', department: 'tax', commandKey: `${CASE_ID}/tax/forward/1`, output: {} } as const;
  expect(() => decide(startup, undefined, reply, '2026-11-24T12:00:00Z')).toThrow(UnknownCase);
});
