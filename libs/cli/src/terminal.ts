/** Colours and weights that a line can have; what they look like, or whether at all, the terminal knows. */
export type Style = 'green' | 'red' | 'yellow' | 'gray';

/** Where a command writes, and what ends it: `out` is what a pipe takes, `note` what only a person reads. */
export interface Terminal {
  out(line: string): void;
  note(line: string): void;
  paint(style: Style, text: string): string;
  /** Ctrl-C was pressed, or whoever reads has gone. */
  readonly ended: AbortSignal;
}
