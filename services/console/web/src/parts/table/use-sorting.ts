import { useMemo } from 'react';
import { language, locale } from '../../texts/index.ts';
import { useAddress } from '../address.ts';
import type { Column } from './columns.ts';
import { nextSorting, sortingOf, sortRows } from './sorting.ts';

/** How a column sorts now; `part` where it cannot, as only a part of the list is loaded. */
export type SortState = 'ascending' | 'descending' | 'none' | 'part';

export interface SortedRows<Row> {
  readonly rows: readonly Row[];
  /** Of a column that does not sort, nothing. */
  readonly stateOf: (column: Column<Row>) => SortState | undefined;
  /** The next way of sorting by a column. */
  readonly turn: (id: string) => void;
}

/** Rows as the address wants them sorted. A list of which only a part is loaded stays as it came: its service alone can sort it. */
export function useSorting<Row>(columns: readonly Column<Row>[], rows: readonly Row[], isWhole: boolean): SortedRows<Row> {
  const [params, set] = useAddress();
  language.use();
  const spoken = locale();
  const text = params.get('sort') ?? '';
  const sorted = useMemo(() => (isWhole ? sortRows(rows, columns, text, spoken) : rows), [isWhole, rows, columns, text, spoken]);
  const stateOf = ({ id, sortBy, isServed = false }: Column<Row>): SortState | undefined => {
    if (!sortBy && !isServed) return undefined;
    if (!isServed && !isWhole) return 'part';
    const sorting = sortingOf(text);
    if (sorting.id !== id) return 'none';
    return sorting.isDescending ? 'descending' : 'ascending';
  };
  return { rows: sorted, stateOf, turn: (id) => set('sort', nextSorting(text, id)) };
}
