import type { Cell, Grid, Node } from './grid.ts';

/**
 * How an arrow goes, in words of the grid: out of its step into the gutter behind that column, along a row or a gap over the columns
 * between, and through the gutter before the other step into it. Gutters and gaps hold no boxes, and a row is taken only where it is free.
 */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly start: Cell;
  readonly end: Cell;
  /** Gap `n` lies above row `n`. Nothing: the columns are neighbours. */
  readonly across?: { readonly kind: 'row' | 'gap'; readonly index: number };
}

/** A way of its own for every `after`. One that leads backwards, as in a circle, is none. */
export function routesOf(steps: readonly Node[], grid: Grid): readonly Route[] {
  const taken = new Set([...grid.cells.values()].map(({ column, row }) => `${column} ${row}`));
  const isFree = (row: number, { column: first }: Cell, { column: last }: Cell): boolean =>
    !range(first + 1, last).some((column) => taken.has(`${column} ${row}`));
  return steps.flatMap(({ name: to, after }) =>
    [...new Set(after)].flatMap((from): Route[] => {
      const [start, end] = [grid.cells.get(from), grid.cells.get(to)];
      if (!start || !end || end.column <= start.column) return [];
      if (end.column === start.column + 1) return [{ from, to, start, end }];
      const row = [end.row, start.row].find((each) => isFree(each, start, end));
      return [{ from, to, start, end, across: row === undefined ? { kind: 'gap', index: end.row } : { kind: 'row', index: row } }];
    }),
  );
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
