import { expect, test } from '@jest/globals';
import { eventOf } from '../testing/local-start.ts';
import { eventLines } from './event-line.ts';

const paint = (style: string, text: string): string => `<${style}> ${text}`;
/** A line without its local time, which is another in each place. */
const lines = (...events: ReturnType<typeof eventOf>[]): string[] =>
  events.map(eventLines({ paint })).map((line) => line.replace(/\d\d:\d\d:04\.997 {2}/, ''));

test('says which case, where, what has happened in both languages, and what came of it', () => {
  expect(
    lines(
      eventOf('case-step.started.v1', {}, { step: 'tax', department: 'taxation' }),
      eventOf('case.opened.v1', { code: 'HT-20261124-7K3M9QX2-D' }),
      eventOf('case-step.refused.v1', { code: 'tax.arrears', law: '税收征收管理法 44' }, { step: 'tax', department: 'taxation' }),
      eventOf('case.closed.v1', { code: 'HT-20261124-7K3M9QX2-D', outcome: 'granted' }),
    ),
  ).toEqual([
    '…7f63225d0aac           enterprise-startup/tax  步骤已由经办人接办 Step started  taxation',
    'HT-20261124-7K3M9QX2-D  enterprise-startup  办件已受理 Case opened  orchestrator',
    '<red> HT-20261124-7K3M9QX2-D  enterprise-startup/tax  步骤不予办理 Step refused: tax.arrears, 税收征收管理法 44  taxation',
    '<green> HT-20261124-7K3M9QX2-D  enterprise-startup  办件已办结 Case closed: granted  orchestrator',
  ]);
});

test.each([
  ['case-step.completed.v1', {}, 'green'],
  ['case-step.failed.v1', {}, 'red'],
  ['case.stalled.v1', {}, 'red'],
  ['case.closed.v1', { outcome: 'refused' }, 'red'],
  ['case-step.compensation-requested.v1', {}, 'yellow'],
  ['case-step.compensated.v1', {}, 'yellow'],
  ['record.voided.v1', {}, 'yellow'],
  ['dead-letter.recorded.v1', {}, 'gray'],
  ['subscription.ended.v1', {}, 'gray'],
])('%s %j is %s', (type, data, style) => {
  expect(lines(eventOf(type, data))[0]).toMatch(new RegExp(`^<${style}> `));
});

test('a type that it does not know is named, and nothing that a terminal would obey goes through', () => {
  const [line] = lines(eventOf('seal.filed.v2', { reason: 'x\u001b[2J\u0007' }, { process: undefined, source: 'public-security' }));
  expect(line).toBe('…7f63225d0aac           gov.hengtong.seal.filed.v2: x [2J   public-security');
});

test('departments’ types have the titles that the catalogue gives', () => {
  const titles = new Map([['gov.hengtong.seal.filed.v1', { zh: '印章已备案', en: 'Seal filed' }]]);
  expect(eventLines({ paint }, titles)(eventOf('seal.filed.v1', {}))).toContain('印章已备案 Seal filed');
});
