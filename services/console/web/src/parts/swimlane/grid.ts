/** What the order of a process is drawn from. */
export interface Node {
  readonly name: string;
  readonly department: string;
  readonly after: readonly string[];
}

/** Where a step stands: columns from left to right by order, rows from top to bottom, each row in one lane. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface Grid {
  /** Departments in the order in which they first appear, each with its rows. */
  readonly lanes: readonly { readonly department: string; readonly rows: number; readonly firstRow: number }[];
  readonly columns: number;
  readonly rows: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * Gives each step a cell of its own: its column is the length of the longest way to it over `after`, its lane that of its department;
 * steps that meet there stand one below the other.
 */
export function gridOf(steps: readonly Node[]): Grid {
  const ranks = ranksOf(steps);
  const departments = [...new Set(steps.map(({ department }) => department))];
  const cells = new Map<string, Cell>();
  let firstRow = 0;
  const lanes = departments.map((department) => {
    const taken = new Map<number, number>();
    for (const { name } of steps.filter((step) => step.department === department)) {
      const column = ranks.get(name) ?? 0;
      const depth = taken.get(column) ?? 0;
      taken.set(column, depth + 1);
      cells.set(name, { column, row: firstRow + depth });
    }
    const lane = { department, firstRow, rows: Math.max(...taken.values()) };
    firstRow += lane.rows;
    return lane;
  });
  return { lanes, cells, rows: firstRow, columns: Math.max(0, ...ranks.values()) + 1 };
}

/** The longest way to each step. A circle, which no published definition has, is cut where it closes. */
function ranksOf(steps: readonly Node[]): ReadonlyMap<string, number> {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const ranks = new Map<string, number>();
  const rankOf = ({ name, after }: Node, above: ReadonlySet<string>): number => {
    const known = ranks.get(name);
    if (known !== undefined) return known;
    const before = after.flatMap((each) => byName.get(each) ?? []).filter((each) => each.name !== name && !above.has(each.name));
    const rank = Math.max(0, ...before.map((each) => rankOf(each, new Set([...above, name])) + 1));
    ranks.set(name, rank);
    return rank;
  };
  for (const step of steps) rankOf(step, new Set());
  return ranks;
}
