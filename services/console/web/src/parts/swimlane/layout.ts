import { type Grid, gridOf, type Node } from './grid.ts';
import { type Route, routesOf } from './routes.ts';

/** Pixels. */
export const BOX = { width: 176, height: 52 } as const;
const EDGE = 16;
const GUTTER = 40;
/** By how much a gutter grows at most where there is room: farther apart, boxes no longer belong together. */
const WIDEST = 160;
const GAP = 12;
const TRACK = 8;

export interface Box {
  readonly step: string;
  readonly x: number;
  readonly y: number;
}

export interface Lane {
  readonly department: string;
  readonly y: number;
  readonly height: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Corners, each straight above, below or beside the one before. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/**
 * Draws the order of a process: a lane for each department, a column for each rank, and arrows that turn at right angles and run
 * through no box. Gutters and gaps grow with the lines that they have to hold: lines that fork out of one step, or join before one, share theirs; others do not.
 * @param room pixels that there are from left to right; what is to spare widens the gutters
 */
export function layout(steps: readonly Node[], room = 0): Layout {
  const grid = gridOf(steps);
  const routes = routesOf(steps, grid);
  const tracks = tracksOf(routes);
  const columns = columnsOf(grid, tracks, room);
  const rows = rowsOf(grid, tracks);
  return {
    width: columns.width,
    height: rows.height,
    lanes: rows.lanes,
    boxes: [...grid.cells].map(([step, cell]) => ({ step, x: columns.x[cell.column] ?? 0, y: rows.y[cell.row] ?? 0 })),
    arrows: routes.map((route) => ({ from: route.from, to: route.to, points: pointsOf(route, tracks, columns, rows) })),
  };
}

/** The lines that lie side by side in each gutter and gap: those out of one step are one line, and so are those into one. */
interface Tracks {
  readonly gutters: ReadonlyMap<number, readonly string[]>;
  readonly gaps: ReadonlyMap<number, readonly string[]>;
}

function tracksOf(routes: readonly Route[]): Tracks {
  const gutters = new Map<number, string[]>();
  const gaps = new Map<number, string[]>();
  const take = (tracks: Map<number, string[]>, index: number, line: string): void => {
    const lines = tracks.get(index) ?? [];
    tracks.set(index, lines.includes(line) ? lines : [...lines, line]);
  };
  for (const { from, to, start, end, across } of routes) {
    if (leaves({ start, end, across })) take(gutters, start.column, out(from));
    if (arrives({ end, across })) take(gutters, end.column - 1, into(to));
    if (across?.kind === 'gap') take(gaps, across.index, into(to));
  }
  return { gutters, gaps };
}

/** Whether a route turns in the gutter behind its start, and in the one before its end. */
const leaves = ({ start, end, across }: Pick<Route, 'start' | 'end'> & { across?: Route['across'] }): boolean =>
  across === undefined ? start.row !== end.row : across.kind === 'gap' || across.index !== start.row;
const arrives = ({ end, across }: Pick<Route, 'end'> & { across?: Route['across'] }): boolean =>
  across !== undefined && (across.kind === 'gap' || across.index !== end.row);

const out = (step: string): string => `out of ${step}`;
const into = (step: string): string => `into ${step}`;

interface Columns {
  readonly width: number;
  readonly x: readonly number[];
  readonly gutter: (column: number) => number;
}

function columnsOf({ columns }: Grid, { gutters }: Tracks, room: number): Columns {
  const needed = Array.from({ length: columns - 1 }, (_, column) => GUTTER + TRACK * Math.max(0, (gutters.get(column)?.length ?? 0) - 1));
  const least = 2 * EDGE + columns * BOX.width + needed.reduce((sum, each) => sum + each, 0);
  const spare = columns > 1 ? Math.min(WIDEST, Math.max(0, room - least) / (columns - 1)) : 0;
  const widths = needed.map((each) => each + spare);
  const x: number[] = [];
  let at = EDGE;
  for (let column = 0; column < columns; column += 1) {
    x.push(at);
    at += BOX.width + (widths[column] ?? 0);
  }
  return { x, width: at + EDGE, gutter: (column) => widths[column] ?? 0 };
}

interface Rows {
  readonly height: number;
  readonly y: readonly number[];
  readonly lanes: readonly Lane[];
}

function rowsOf({ lanes }: Grid, { gaps }: Tracks): Rows {
  const y: number[] = [];
  let at = 0;
  const drawn = lanes.map(({ department, firstRow, rows }) => {
    const top = at;
    for (let row = firstRow; row < firstRow + rows; row += 1) {
      y.push(at + GAP + TRACK * (gaps.get(row)?.length ?? 0));
      at = (y.at(-1) ?? 0) + BOX.height;
    }
    at += GAP;
    return { department, y: top, height: at - top };
  });
  return { y, height: at, lanes: drawn };
}

function pointsOf({ from, to, start, end, across }: Route, tracks: Tracks, columns: Columns, rows: Rows): Arrow['points'] {
  const middle = (row: number): number => (rows.y[row] ?? 0) + BOX.height / 2;
  const inGutter = (column: number, line: string): number => {
    const lines = tracks.gutters.get(column) ?? [];
    const behind = (columns.x[column] ?? 0) + BOX.width;
    return behind + (columns.gutter(column) * (lines.indexOf(line) + 1)) / (lines.length + 1);
  };
  const inGap = (row: number): number => (rows.y[row] ?? 0) - TRACK * ((tracks.gaps.get(row) ?? []).indexOf(into(to)) + 1);
  const between = across === undefined ? middle(end.row) : across.kind === 'row' ? middle(across.index) : inGap(across.index);
  const points: (readonly [number, number])[] = [[(columns.x[start.column] ?? 0) + BOX.width, middle(start.row)]];
  if (leaves({ start, end, across })) {
    const x = inGutter(start.column, out(from));
    points.push([x, middle(start.row)], [x, between]);
  }
  if (arrives({ end, across })) {
    const x = inGutter(end.column - 1, into(to));
    points.push([x, between], [x, middle(end.row)]);
  }
  points.push([columns.x[end.column] ?? 0, middle(end.row)]);
  return points;
}
