import { expect, test } from '@jest/globals';
import { aBakery, definitionOf, startup } from './testing/definitions.ts';
import { saga } from './testing/saga.ts';

test('registration first, then the others side by side, then the result', () => {
  saga(startup)
    .open(aBakery)
    .asks('register')
    .answers({ uscc: '91A' })
    .asks('seal', 'tax', 'fund')
    .from('tax')
    .answers({ taxpayerNumber: 'T1' })
    .from('seal')
    .answers({ sealNumber: 'S1' })
    .from('fund')
    .answers({ account: 'F1' })
    .records('step-completed', 'case-closed')
    .closes('granted', { uscc: '91A', seal: 'S1', taxpayer: 'T1', account: 'F1' });
});

test('a step starts only when all that it comes after are over', () => {
  saga(definitionOf({ a: {}, b: {}, c: { after: ['a', 'b'] } }))
    .open(aBakery)
    .asks('a', 'b')
    .from('b')
    .answers()
    .waits()
    .from('a')
    .answers()
    .asks('c')
    .answers()
    .closes('granted');
});

test('a command carries what is mapped, and nothing else; what is absent is left out', () => {
  const { commands, state } = saga(
    definitionOf({
      a: {
        level: 'city',
        mode: 'officer',
        input: {
          name: 'input.name',
          age: 'input.owner.age',
          who: 'applicant.name',
          kind: { value: 'food' },
          floor: 'input.floor',
          no: 'applicant.reference',
        },
      },
    }),
  ).open(aBakery);
  expect(commands).toEqual([
    {
      kind: 'step-requested',
      step: 'a',
      department: 'a',
      division: '330100',
      commandKey: `${state.caseId}/a/forward/1`,
      data: {
        capability: 'a.do',
        level: 'city',
        mode: 'officer',
        division: '330100',
        caseDivision: '330106',
        input: { name: '面包房', age: 36, who: '王小明', kind: 'food' },
      },
    },
  ]);
});

test('of an answer the case keeps what the definition lists', () => {
  const { state } = saga(definitionOf({ a: { output: ['number'] }, b: {} }))
    .open(aBakery)
    .asks('a', 'b')
    .from('a')
    .answers({ number: 7, secret: 'x' });
  expect(state.steps['a']).toMatchObject({ status: 'completed', output: { number: 7 } });
});

test('a condition that is false skips its step; what came of it is null, and the next ones start', () => {
  const definition = definitionOf(
    {
      a: { when: 'input.capital > 100', output: ['number'] },
      b: { after: ['a'], when: 'a.number == null', input: { number: 'a.number' } },
      c: { after: ['a'], when: 'applicant.kind == "enterprise"' },
    },
    { result: { number: 'a.number' } },
  );
  const conversation = saga(definition).open(aBakery).records('case-opened', 'step-skipped', 'step-requested', 'step-skipped').asks('b');
  conversation.step('a', 'skipped').step('c', 'skipped');
  conversation.answers().closes('granted', { number: null });
});

test('a condition may read what an earlier step gave', () => {
  const definition = definitionOf({ a: { output: ['grade'] }, b: { after: ['a'], when: 'a.grade >= 2' } });
  saga(definition).open(aBakery).asks('a').answers({ grade: 1 }).records('step-completed', 'step-skipped', 'case-closed').closes('granted');
  saga(definition).open(aBakery).asks('a').answers({ grade: 2 }).asks('b').answers().closes('granted');
});

test('a case whose steps are all skipped is granted at once', () => {
  saga(definitionOf({ a: { when: 'false' }, b: { after: ['a'], when: 'false' } }))
    .open(aBakery)
    .records('case-opened', 'step-skipped', 'step-skipped', 'case-closed')
    .closes('granted');
});

test('an officer who has claimed the work is seen', () => {
  saga(definitionOf({ a: { mode: 'officer' } }))
    .open(aBakery)
    .asks('a')
    .step('a', 'requested')
    .starts()
    .records('step-started')
    .step('a', 'in-progress')
    .answers()
    .closes('granted');
});

test('a step may be called like a method of all objects', () => {
  saga(definitionOf({ constructor: { output: ['x'] }, b: { after: ['constructor'], input: { x: 'constructor.x' } } }))
    .open(aBakery)
    .asks('constructor')
    .answers({ x: 1 })
    .asks('b')
    .answers()
    .closes('granted');
});
