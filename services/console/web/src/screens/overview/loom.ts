import type { Flows } from '../../api/index.ts';

type Cell = Flows['cells'][number];

/** How the age of the oldest stands to what is usual: as it should be, late, or stalled. */
export type Tone = 'usual' | 'late' | 'stalled';

export interface LoomCell {
  readonly process: string;
  readonly department: string;
  /** All that lies there. */
  readonly count: number;
  /** Of those, the share that nobody has in hand, 0…1. */
  readonly waitingShare: number;
  readonly stalled: number;
  readonly oldestSince: string | undefined;
  readonly oldest: Cell['oldest'];
  readonly tone: Tone;
}

export interface LoomRow {
  readonly process: string;
  /** By department; none where the process never goes. */
  readonly cells: Readonly<Record<string, LoomCell>>;
  readonly figures: Flows['processes'][number] | undefined;
  readonly tone: Tone;
}

export interface LoomColumn {
  readonly department: string;
  readonly figures: Flows['departments'][number] | undefined;
  readonly tone: Tone;
}

export interface Loom {
  readonly rows: readonly LoomRow[];
  readonly columns: readonly LoomColumn[];
  /** Of the columns, in their order. */
  readonly departments: readonly string[];
}

/** A process with the departments that its definition goes to. */
export interface KnownProcess {
  readonly process: string;
  readonly departments: readonly string[];
}

/** Seconds below which nothing is late: what is usually done in a blink may take a while now and then. */
const PATIENCE = 60;
/** How many times the usual makes late. The usual is the time within which nine of ten are done. */
const FACTOR = 2;

/**
 * The loom: processes as rows, departments as columns, in the orders given, so that nothing jumps when numbers change. `now` in ms.
 * A row or column is as bad as the worst of its cells, if more than one cell is: then it is the flow, or the department, and not the crossing.
 */
export function loomOf(flows: Flows, processes: readonly KnownProcess[], departments: readonly string[], now: number): Loom {
  const cells = [...flows.cells, ...emptyCells(flows, processes)].map((cell) => loomCell(cell, now));
  const rows = inOrder(
    processes.map(({ process }) => process),
    flows.processes.map(({ process }) => process),
  ).map((process): LoomRow => {
    const own = cells.filter((cell) => cell.process === process);
    return {
      process,
      cells: Object.fromEntries(own.map((cell) => [cell.department, cell])),
      figures: flows.processes.find((each) => each.process === process),
      tone: together(own),
    };
  });
  const columns = inOrder(
    departments,
    cells.map(({ department }) => department),
  ).map((department): LoomColumn => ({
    department,
    figures: flows.departments.find((each) => each.department === department),
    tone: together(cells.filter((cell) => cell.department === department)),
  }));
  return { rows, columns, departments: columns.map(({ department }) => department) };
}

/** Where processes go and nothing has ever been. */
function emptyCells({ cells }: Flows, processes: readonly KnownProcess[]): Cell[] {
  const known = new Set(cells.map(({ process, department }) => `${process} ${department}`));
  return processes.flatMap(({ process, departments }) =>
    departments
      .filter((department) => !known.has(`${process} ${department}`))
      .map((department) => ({ process, department, waiting: 0, working: 0, stalled: 0, oldest: [], perHour: 0 })),
  );
}

function loomCell(cell: Cell, now: number): LoomCell {
  const { process, department, waiting, working, stalled, oldestSince, oldest, usualSeconds } = cell;
  const count = waiting + working + stalled;
  const age = oldestSince === undefined ? 0 : (now - Date.parse(oldestSince)) / 1000;
  const isLate = usualSeconds !== undefined && age > Math.max(PATIENCE, FACTOR * usualSeconds);
  return {
    process,
    department,
    count,
    waitingShare: count === 0 ? 0 : (count - working) / count,
    stalled,
    oldestSince,
    oldest,
    tone: stalled > 0 ? 'stalled' : isLate ? 'late' : 'usual',
  };
}

function together(cells: readonly LoomCell[]): Tone {
  for (const tone of ['stalled', 'late'] as const) {
    if (cells.filter((cell) => cell.tone === tone).length > 1) return tone;
  }
  return 'usual';
}

/** What is known first, in its order; then what else there is. */
function inOrder(known: readonly string[], found: readonly string[]): string[] {
  return [...new Set([...known, ...found.toSorted()])];
}
