/** A row that is on the page, and whether it still is in the list that was asked for. */
export interface Held<Row> {
  readonly row: Row;
  readonly isGone: boolean;
}

export interface HeldRows<Row> {
  readonly rows: readonly Held<Row>[];
  /** How many have come above the end of what is shown since then. */
  readonly news: number;
  readonly gone: number;
}

/**
 * A live list that holds still: rows that are on the page are brought up to date in their places, those that have left the list stay and
 * are said to be gone, and new ones that belong above wait until they are asked for. Where the oldest come first, new ones belong at the end.
 * @param shown what is on the page, in the order of the list
 * @param fresh what the list is now, as far as it was asked for, in its order; ids of UUIDv7 are in the order of time
 * @param isWhole whether `fresh` goes to the end of the list
 * @param order which come first
 */
export function holdRows<Row extends { readonly id: string }>(
  shown: readonly Row[],
  fresh: readonly Row[],
  isWhole: boolean,
  order: 'newest' | 'oldest' = 'newest',
): HeldRows<Row> {
  const isBefore = (one: string, other: string): boolean => (order === 'newest' ? one > other : one < other);
  const now = new Map(fresh.map((row) => [row.id, row]));
  const first = shown[0]?.id ?? '';
  const known = new Set(shown.map(({ id }) => id));
  const last = fresh.at(-1)?.id ?? '';
  const held = shown.map((row) => ({ row: now.get(row.id) ?? row, isGone: !now.has(row.id) && (isWhole || isBefore(row.id, last)) }));
  const above = shown.length === 0 ? [] : fresh.filter(({ id }) => isBefore(id, first) && !known.has(id));
  // What follows, and what has come into the list between (a case that was not idle before), stands in its place at once below what is read.
  const below = fresh.filter(({ id }) => !known.has(id) && (shown.length === 0 || isBefore(shown.at(-1)?.id ?? '', id)));
  const between = fresh.length - above.length - below.length - held.filter(({ isGone, row }) => !isGone && now.has(row.id)).length;
  return {
    rows: [...held, ...below.map((row) => ({ row, isGone: false }))],
    news: above.length + between,
    gone: held.filter(({ isGone }) => isGone).length,
  };
}
