import type { Column } from './columns.ts';

/** By which column a list is sorted, as it stands in the address: `name`, or `-name` from the end. */
export interface Sorting {
  readonly id: string;
  readonly isDescending: boolean;
}

export function sortingOf(text: string): Sorting {
  return text.startsWith('-') ? { id: text.slice(1), isDescending: true } : { id: text, isDescending: false };
}

/** What stands in the address after a click on the head of a column: ascending, then descending, then as it was. */
export function nextSorting(text: string, id: string): string {
  if (text === id) return `-${id}`;
  return text === `-${id}` ? '' : id;
}

/** Rows in the order of a column, words in that of their language. What has no value comes last, from whichever end; equals stay as they are. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], text: string, language: string): readonly Row[] {
  const { id, isDescending } = sortingOf(text);
  const sortBy = columns.find((column) => column.id === id)?.sortBy;
  if (!sortBy) return rows;
  const words = new Intl.Collator(language, { numeric: true });
  const valued = rows.map((row) => ({ row, value: sortBy(row) }));
  const compare = (one: Value, other: Value): number => {
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    const order = typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(String(one), String(other));
    return isDescending ? -order : order;
  };
  return valued.toSorted((one, other) => compare(one.value, other.value)).map(({ row }) => row);
}

type Value = string | number | undefined;

/** How old something is, to sort by: what has just been comes before what was long ago, as the ages that are shown grow. */
export const ageOf = (at: string | undefined): number | undefined => (at === undefined ? undefined : -Date.parse(at));
