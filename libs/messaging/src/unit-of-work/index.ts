export { column } from './column.ts';
export { loader, type Loader, type Overlay } from './loader.ts';
export { table, type Table } from './table.ts';
export type { Sending, Unit } from './unit.ts';
export { type Cause, type Outgoing, type Stamp, UnitOfWork } from './unit-of-work.ts';
