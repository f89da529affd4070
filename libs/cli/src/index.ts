export { run } from './run.ts';
export type { Style, Terminal } from './terminal.ts';
