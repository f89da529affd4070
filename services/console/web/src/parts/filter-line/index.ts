export type { FilterField } from './completion.ts';
export { caseCodesIn, eventKeys, type EventQuery, eventQueryOf } from './event-filter.ts';
export { FilterLine, type FilterLineProps } from './filter-line.tsx';
export { useEventFields } from './use-event-fields.ts';
export { type Fault, type Line, parseLine, printLine, type Token } from './line.ts';
