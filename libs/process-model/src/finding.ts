/**
 * What is wrong with a definition, where, and what to do. `rule` is stable, programs may decide by it; line and column
 * count from 1. With an `error` the definition does not run; a `warning` is for its author.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The line that a person reads in a log or a terminal; editors and terminals make `file:line:column` a link. */
export const formatFinding = ({ file, line, column, severity, rule, message }: Finding): string =>
  `${file}:${line}:${column} ${severity} ${rule}: ${message}`;
