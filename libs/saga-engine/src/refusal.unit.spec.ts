import { expect, test } from '@jest/globals';
import { aBakery, definitionOf, startup } from './testing/definitions.ts';
import { saga } from './testing/saga.ts';

test('a refusal of the first step leaves nothing to undo', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .refuses('enterprise.name-taken')
    .records('step-refused', 'case-closed')
    .waits()
    .closes('refused');
});

test('a refusal by taxation undoes what was done, last first, each when the one before it is answered', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .answers({ uscc: '91A' })
    .asks('seal', 'tax', 'fund')
    .from('seal')
    .answers({ sealNumber: 'S1' })
    .from('fund')
    .answers({ account: 'F1' })
    .from('tax')
    .refuses('tax.arrears')
    .is('compensating')
    .undoes('fund')
    .undone()
    .undoes('seal')
    .undone()
    .undoes('register')
    .undone()
    .closes('refused');
});

test('what is under way is awaited, and undone too', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .answers({ uscc: '91A' })
    .asks('seal', 'tax', 'fund')
    .from('seal')
    .answers({ sealNumber: 'S1' })
    .from('tax')
    .refuses('tax.arrears')
    .waits()
    .from('fund')
    .answers({ account: 'F1' })
    .undoes('fund')
    .undone()
    .undoes('seal')
    .undone()
    .undoes('register')
    .undone()
    .closes('refused');
});

test('no new step is asked, and a second refusal is recorded; the first one stays the cause', () => {
  const conversation = saga(definitionOf({ a: {}, b: {}, c: {}, d: { after: ['c'] } }))
    .open(aBakery)
    .asks('a', 'b', 'c')
    .from('a')
    .refuses('a.no')
    .from('b')
    .refuses('b.no')
    .records('step-refused')
    .waits()
    .from('c')
    .answers();
  expect(conversation.commands).toMatchObject([
    { data: { compensates: expect.stringMatching(/\/c\/forward\/1$/), cause: { step: 'a', code: 'a.no' }, capability: 'c.undo' } },
  ]);
  conversation.undoes('c').undone().step('d', 'waiting').closes('refused');
});

test('a step without compensation is passed over', () => {
  const { compensate: _none, ...withoutCompensation } = definitionOf({ b: {} }).steps[0] ?? {};
  const definition = definitionOf({ a: {}, b: { after: ['a'] }, c: { after: ['b'] } });
  definition.steps[1] = { ...withoutCompensation, after: ['a'] } as (typeof definition.steps)[number];
  saga(definition)
    .open(aBakery)
    .asks('a')
    .answers()
    .asks('b')
    .answers()
    .asks('c')
    .refuses('c.no')
    .undoes('a')
    .undone()
    .step('b', 'completed')
    .closes('refused');
});

test('an officer’s work that nobody has claimed is called back', () => {
  const conversation = saga(definitionOf({ a: {}, b: { mode: 'officer' }, c: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a', 'b', 'c')
    .from('c')
    .starts()
    .from('a')
    .refuses('a.no')
    .records('step-refused', 'step-recall-requested');
  expect(conversation.commands).toMatchObject([{ data: { recalls: expect.stringMatching(/\/b\/forward\/1$/), cause: { step: 'a' } } }]);
  conversation
    .recalls('b')
    .givesBack()
    .step('b', 'recalled')
    .waits() // for the officer who has c in hand
    .from('c')
    .answers()
    .undoes('c')
    .undone()
    .closes('refused');
});

test('work that cannot be called back any more is awaited', () => {
  saga(definitionOf({ a: {}, b: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .refuses('a.no')
    .recalls('b')
    .starts()
    .keeps('claimed')
    .waits()
    .from('b')
    .refuses('b.no')
    .closes('refused');
});

test('an answer that crosses the recall counts; the recall is still answered before anything is undone', () => {
  saga(definitionOf({ a: {}, b: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .refuses('a.no')
    .recalls('b')
    .answers()
    .waits()
    .keeps('answered')
    .undoes('b')
    .undone()
    .closes('refused');
});

test('a department that takes back what it had completed has it undone all the same', () => {
  saga(definitionOf({ a: {}, b: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .refuses('a.no')
    .recalls('b')
    .answers()
    .givesBack()
    .undoes('b')
    .undone()
    .closes('refused');
});
