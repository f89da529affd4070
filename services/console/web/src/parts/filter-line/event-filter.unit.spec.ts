import { describe, expect, test } from '@jest/globals';
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { caseCodesIn, eventQueryOf } from './event-filter.ts';
import { parseLine, printLine } from './line.ts';

const CASE = '019ab2c4-0000-7000-8000-000000000001';
const queryOf = (text: string) => eventQueryOf(parseLine(text)).query;
const faultsOf = (text: string) => eventQueryOf(parseLine(text)).faults.map(({ code, from, to }) => [code, text.slice(from, to)]);

/** Whether an event passes, as the hub would decide. */
const environment = new Environment({ homogeneousAggregateLiterals: false })
  .registerVariable('event', 'map')
  .registerVariable('data', 'map');
function passes(text: string, event: Readonly<Record<string, string>>, data: object = {}): boolean {
  const { filter = 'true' } = queryOf(text);
  try {
    return environment.evaluate(filter, { event, data }) === true;
  } catch {
    return false;
  }
}

describe('a filter line asks the hub', () => {
  test('by parameters where it has them, so that the log can look them up', () => {
    expect(queryOf(`department:taxation process:startup division:33 source:orchestrator case:${CASE} type:a.b.v1`)).toEqual({
      department: 'taxation',
      process: 'startup',
      division: '33',
      source: 'orchestrator',
      subject: CASE,
      types: 'a.b.v1',
    });
    expect(queryOf('')).toEqual({});
  });

  test('by one condition for all the rest', () => {
    expect(queryOf('process:startup -department:taxation cel:"data.n > 3"')).toEqual({
      process: 'startup',
      filter: '(!(has(event.department) && event.department == "taxation")) && (data.n > 3)',
    });
  });

  test('of one word said twice any may hold, of two words both must', () => {
    const line = 'process:startup process:newborn step:tax';
    expect(passes(line, { process: 'newborn', step: 'tax' })).toBe(true);
    expect(passes(line, { process: 'newborn', step: 'seal' })).toBe(false);
    expect(passes(line, { process: 'other', step: 'tax' })).toBe(false);
  });

  test('what is denied passes where the event does not have it at all', () => {
    expect(passes('-process:newborn', {})).toBe(true);
    expect(passes('-process:newborn', { process: 'newborn' })).toBe(false);
    expect(passes('-division:33', { division: '330106' })).toBe(false);
  });

  test('stars stand for anything, also for nothing', () => {
    expect(passes('type:*.refused.v1', { type: 'gov.hengtong.step.refused.v1' })).toBe(true);
    expect(passes('type:*.refused.v1', { type: 'gov.hengtong.step.completed.v1' })).toBe(false);
    expect(passes('type:*step*', { type: 'gov.hengtong.step.completed.v1' })).toBe(true);
    expect(passes('type:ab*ba', { type: 'aba' })).toBe(false);
    expect(passes('type:ab*ba', { type: 'abba' })).toBe(true);
    expect(passes('step:*', {})).toBe(false);
  });

  test('a value is a value, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        fc.pre(!value.includes('*'));
        expect(passes(printLine([{ key: 'step', value, isNegated: false }]), { step: value })).toBe(true);
        expect(passes(printLine([{ key: 'step', value, isNegated: true }]), { step: value })).toBe(false);
      }),
    );
  });

  test('says which word it does not know, and which value cannot be one', () => {
    expect(faultsOf('deparment:taxation')).toEqual([['unknown-key', 'deparment:']]);
    expect(faultsOf('case:QYKB-1')).toEqual([['not-a-case', 'QYKB-1']]);
    expect(faultsOf('division:杭州')).toEqual([['not-a-division', '杭州']]);
    expect(faultsOf('type:a*b*c')).toEqual([['stars', 'a*b*c']]);
    expect(faultsOf('cel:"" step:""')).toEqual([
      ['no-value', 'cel:""'],
      ['no-value', 'step:""'],
    ]);
    expect(faultsOf(`cel:"${'x'.repeat(1001)}"`)[0]?.[0]).toBe('too-long');
  });
});

test('a case may be said by its code where its id is to be had, and elsewhere not', () => {
  const line = parseLine('case:ht-20261124-7k3m9qx2-d');
  expect(caseCodesIn(line)).toEqual(['HT-20261124-7K3M9QX2-D']);
  expect(eventQueryOf(line, () => CASE)).toEqual({ query: { subject: CASE }, faults: [] });
  expect(eventQueryOf(line, () => undefined).faults).toMatchObject([{ code: 'not-a-case' }]);
  expect(eventQueryOf(line).faults).toMatchObject([{ code: 'not-a-case' }]);
});
