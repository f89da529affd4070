import { expect, test } from '@jest/globals';
import { aBakery, definitionOf, startup } from './testing/definitions.ts';
import { saga } from './testing/saga.ts';

test('a failure stalls the case; the answer that comes later resumes it', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .fails('the database is full')
    .records('step-failed', 'case-stalled')
    .is('stalled')
    .answers({ uscc: '91A' })
    .records('step-completed', 'case-resumed', 'step-requested', 'step-requested', 'step-requested')
    .is('running');
});

test('branches that do not depend on what failed go on', () => {
  saga(definitionOf({ a: {}, b: {}, c: { after: ['b'] }, d: { after: ['a', 'c'] } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .fails()
    .from('b')
    .answers()
    .asks('c')
    .answers()
    .waits()
    .is('stalled')
    .from('a')
    .answers()
    .asks('d')
    .answers()
    .closes('granted');
});

test('a second failure does not stall it twice, and it resumes when both are put right', () => {
  saga(definitionOf({ a: {}, b: {} }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .fails()
    .from('b')
    .fails()
    .records('step-failed')
    .from('b')
    .answers()
    .records('step-completed')
    .is('stalled')
    .from('a')
    .answers()
    .records('step-completed', 'case-resumed', 'case-closed')
    .closes('granted');
});

test('while a case goes back, a failure stalls it, and its answer lets it go on back', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .answers({ uscc: '91A' })
    .asks('seal', 'tax', 'fund')
    .from('seal')
    .answers({ sealNumber: 'S' })
    .from('tax')
    .refuses('tax.arrears')
    .from('fund')
    .fails()
    .is('stalled')
    .waits()
    .answers({ account: 'F' })
    .records('step-completed', 'case-resumed', 'step-compensation-requested')
    .is('compensating')
    .undoes('fund')
    .undone()
    .undoes('seal')
    .fails()
    .records('step-failed', 'case-stalled')
    .waits()
    .undone()
    .records('step-compensated', 'case-resumed', 'step-compensation-requested')
    .undoes('register')
    .undone()
    .closes('refused');
});

test('a refusal while the case is stalled is taken; nothing is undone before what failed is answered', () => {
  saga(definitionOf({ a: {}, b: {}, c: {} }))
    .open(aBakery)
    .asks('a', 'b', 'c')
    .from('c')
    .answers()
    .from('a')
    .fails()
    .from('b')
    .refuses('b.no')
    .records('step-refused')
    .is('stalled')
    .waits()
    .from('a')
    .refuses('a.no')
    .undoes('c')
    .undone()
    .closes('refused');
});

test('a recall that failed stalls the case until it is answered', () => {
  saga(definitionOf({ a: {}, b: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .refuses('a.no')
    .recalls('b')
    .fails()
    .records('step-failed', 'case-stalled')
    .givesBack()
    .records('step-recalled', 'case-resumed', 'case-closed')
    .closes('refused');
});

test('a condition that has no answer stalls the case, and nothing is sent', () => {
  const conversation = saga(definitionOf({ a: {}, b: { after: ['a'], when: 'input.floor > 1' } }))
    .open(aBakery)
    .asks('a')
    .answers()
    .records('step-completed', 'step-failed', 'case-stalled')
    .waits();
  expect(conversation.state.steps['b']).toEqual({
    status: 'failed',
    phase: 'condition',
    error: expect.stringContaining('No such key: floor'),
  });
  conversation.from('b').answers().ignores('not-asked');
});

test('a condition without an answer does not hold up the way back: there is nothing of it to undo', () => {
  saga(definitionOf({ a: {}, b: { when: 'input.floor > 1' } }))
    .open(aBakery)
    .asks('a')
    .is('stalled')
    .refuses('a.no')
    .records('step-refused', 'case-resumed', 'case-closed')
    .closes('refused');
});

test('an answer that lacks what the definition counts on is a failure; the same again is nothing', () => {
  const conversation = saga(startup).open(aBakery).asks('register').answers({ licence: 'L' }).records('step-failed', 'case-stalled');
  expect(conversation.state.steps['register']).toMatchObject({ error: 'the answer lacks uscc, which the definition counts on' });
  conversation.answers({ licence: 'L' }).ignores('duplicate').answers({ licence: 'L' }).shrugs('duplicate');
  conversation.answers({ uscc: '91A' }).asks('seal', 'tax', 'fund').is('running');
});

test('an officer may take up work whose command had failed', () => {
  saga(definitionOf({ a: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a')
    .fails()
    .starts()
    .records('step-started', 'case-resumed')
    .step('a', 'in-progress')
    .answers()
    .closes('granted');
});
