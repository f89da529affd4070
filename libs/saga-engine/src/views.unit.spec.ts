import { expect, test } from '@jest/globals';
import { Case, messageSchemas, replyTypes } from '@hengtong/contracts';
import { replyToInput } from './case-input.ts';
import { caseView } from './case-view.ts';
import { commandTypeOf } from './command.ts';
import { outstanding } from './outstanding.ts';
import { publicEvent } from './public-event.ts';
import { aBakery, definitionOf, startup } from './testing/definitions.ts';
import { saga } from './testing/saga.ts';

const turnedBack = () =>
  saga(startup)
    .open(aBakery)
    .asks('register')
    .answers({ uscc: '91A' })
    .asks('seal', 'tax', 'fund')
    .from('seal')
    .answers({ sealNumber: 'S1' })
    .from('fund')
    .fails('the database is full')
    .from('tax')
    .refuses('tax.arrears');

test('a case is shown with all its steps, as the contract has it', () => {
  const view = caseView(startup, turnedBack().state);
  expect(Case.parse(view)).toEqual(view);
  expect(view).toMatchObject({
    status: 'stalled',
    process: 'test',
    version: 1,
    steps: {
      register: {
        status: 'completed',
        output: { uscc: '91A' },
        department: 'register',
        division: '330106',
        capability: 'register.do',
        mode: 'automatic',
      },
      tax: { status: 'refused', refusal: { code: 'tax.arrears' } },
      fund: { status: 'failed', error: 'the database is full' },
    },
  });
});

test('a closed case shows its outcome and result, and a step that waits shows no more than its plan', () => {
  const granted = saga(startup).open(aBakery);
  expect(caseView(startup, granted.state).steps['tax']).toEqual({
    status: 'waiting',
    department: 'tax',
    division: '330106',
    capability: 'tax.do',
    mode: 'automatic',
  });
  granted.asks('register').answers({ uscc: '91A' }).asks('seal', 'tax', 'fund').from('tax').answers({ taxpayerNumber: 'T' });
  granted.from('seal').answers({ sealNumber: 'S' }).from('fund').answers({ account: 'F' });
  const view = caseView(startup, granted.state);
  expect(Case.parse(view)).toEqual(view);
  expect(view).toMatchObject({ status: 'closed', outcome: 'granted', result: { uscc: '91A', seal: 'S' }, closedAt: expect.any(String) });
});

test('what a case waits for can be sent again, exactly as it was', () => {
  const conversation = saga(definitionOf({ a: {}, b: { mode: 'officer' }, c: {}, d: {} })).open(aBakery);
  const sent = conversation.commands;
  expect(outstanding(conversation.definition, conversation.state)).toEqual(sent);
  conversation.asks('a', 'b', 'c', 'd').from('d').answers().from('c').fails().from('a').refuses('a.no');
  expect(outstanding(conversation.definition, conversation.state)).toEqual([sent[1], ...conversation.commands, sent[2]]);
  conversation.recalls('b').givesBack().from('c').answers().undoes('c').fails();
  expect(outstanding(conversation.definition, conversation.state)).toMatchObject([{ kind: 'step-compensation-requested', step: 'c' }]);
  conversation.undone();
  expect(outstanding(conversation.definition, conversation.state)).toEqual(conversation.commands);
  conversation.undoes('d').undone().closes('refused');
  expect(outstanding(conversation.definition, conversation.state)).toEqual([]);
});

test('every command that is sent fits the schema of its type', () => {
  const conversation = saga(definitionOf({ a: { level: 'province' }, b: { mode: 'officer' }, c: {} })).open(aBakery);
  const all = [...conversation.commands, ...conversation.asks('a', 'b', 'c').from('c').answers().from('a').refuses('a.no').commands];
  all.push(...conversation.recalls('b').givesBack().commands);
  expect(all.map(({ kind }) => kind)).toEqual([
    ...Array<string>(3).fill('step-requested'),
    'step-recall-requested',
    'step-compensation-requested',
  ]);
  for (const { kind, data } of all) expect(messageSchemas[commandTypeOf[kind]]?.parse(data)).toEqual(data);
});

test('what the world learns of a case holds no value', () => {
  const { events } = turnedBack().from('fund').answers({ account: 'F1' }).undoes('fund').from('tax').answers();
  const told = events.map((event) => publicEvent(event));
  expect(told[0]).toEqual({ type: 'gov.hengtong.case.opened.v1', data: { code: 'CASE-1' } });
  expect(told.at(-1)).toEqual({
    type: 'gov.hengtong.case.reply-ignored.v1',
    data: { reason: 'duplicate', commandKey: expect.stringContaining('/tax/forward/1') },
  });
  expect(JSON.stringify(told)).not.toMatch(/面包房|王小明|330106199001010014|91A|S1|F1|full/);
});

test('a reply becomes an input by its type; what is no reply becomes none', () => {
  const context = { step: 'tax', department: 'taxation', commandKey: 'k' };
  expect(replyToInput(replyTypes.stepRefused, { code: 'tax.arrears', extra: 1 }, context)).toEqual({
    type: 'step-refused',
    code: 'tax.arrears',
    ...context,
  });
  expect(replyToInput(replyTypes.stepCompensated, {}, context)).toEqual({ type: 'step-compensated', ...context });
  expect(replyToInput('gov.hengtong.step.requested.v1', {}, context)).toBeUndefined();
  expect(() => replyToInput(replyTypes.stepCompleted, {}, context)).toThrow('output');
});
