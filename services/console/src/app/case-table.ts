import type { Bilingual, CaseStatus, CaseSummary } from '@hengtong/contracts';

export type Language = keyof Bilingual;

const STATUS: Readonly<Record<CaseStatus, Bilingual>> = {
  running: { zh: '办理中', en: 'running' },
  suspended: { zh: '待补正', en: 'suspended' },
  compensating: { zh: '撤销中', en: 'compensating' },
  stalled: { zh: '停滞', en: 'stalled' },
  closed: { zh: '已办结', en: 'closed' },
};
const OUTCOME: Readonly<Record<NonNullable<CaseSummary['outcome']>, Bilingual>> = {
  granted: { zh: '准予', en: 'granted' },
  refused: { zh: '不予', en: 'refused' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  cancelled: { zh: '终止', en: 'cancelled' },
};

interface Column {
  readonly title: Bilingual;
  readonly value: (line: CaseSummary, style: Style) => string;
}

/** What the things of a case are called. What is not known by a title is called by its id. */
export interface Titles {
  readonly process: Bilingual;
  readonly step: (step: string) => Bilingual;
  readonly department: (department: string) => Bilingual;
}

/** How a table is written: its language, what things are called, and the time zone of its times. */
export interface Style {
  readonly language: Language;
  readonly titles: Titles;
  readonly zone: string;
}

const COLUMNS: readonly Column[] = [
  { title: { zh: '编号', en: 'Code' }, value: ({ code }) => code },
  { title: { zh: '事项', en: 'Process' }, value: (_line, { language, titles }) => titles.process[language] },
  { title: { zh: '版本', en: 'Version' }, value: ({ version }) => String(version) },
  { title: { zh: '状态', en: 'Status' }, value: ({ status }, { language }) => STATUS[status][language] },
  { title: { zh: '结果', en: 'Outcome' }, value: ({ outcome }, { language }) => (outcome ? OUTCOME[outcome][language] : '') },
  { title: { zh: '行政区划', en: 'Division' }, value: ({ division }) => division },
  { title: { zh: '申请人业务号', en: 'Reference' }, value: ({ reference = '' }) => reference },
  {
    title: { zh: '现在在哪里', en: 'Where it is now' },
    value: ({ now }, { language, titles }) =>
      now.map(({ step, department }) => `${titles.department(department)[language]}: ${titles.step(step)[language]}`).join('; '),
  },
  { title: { zh: '受理时间', en: 'Opened' }, value: ({ openedAt }, { zone }) => timeIn(zone, openedAt) },
  { title: { zh: '最近进展', en: 'Last progress' }, value: ({ updatedAt }, { zone }) => timeIn(zone, updatedAt) },
  { title: { zh: '办结时间', en: 'Closed' }, value: ({ closedAt }, { zone }) => (closedAt ? timeIn(zone, closedAt) : '') },
  { title: { zh: 'ID', en: 'Id' }, value: ({ id }) => id },
];

/** The first line of the table. */
export const headOf = (language: Language): string[] => COLUMNS.map(({ title }) => title[language]);

/** The line of one case. */
export const lineOf = (line: CaseSummary, style: Style): string[] => COLUMNS.map(({ value }) => value(line, style));

/** As spreadsheets read it, and as the page shows it (Sweden writes dates as ISO 8601 does): `2026-11-28 17:41:27`. */
export const timeIn = (zone: string, instant: string): string => new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
