import type { ReactNode } from 'react';
import { kept, type Kept } from '../../app/kept.ts';
import { useIsWide } from './is-wide.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** A track of a CSS grid: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** What its rows are sorted by; those without it come last. Without this the table is not sorted by the column. */
  readonly sortBy?: (row: Row) => string | number | undefined;
  /** The service sorts by it: rows come as the address wants them, also where only a part of the list is loaded. */
  readonly isServed?: boolean;
  /** Not shown until it is chosen. */
  readonly isExtra?: boolean;
  /** Left out of a narrow window, until it is chosen: it is useful, and the table makes sense without. */
  readonly isForWide?: boolean;
}

/** Which columns of a table are shown: chosen by its reader, and remembered for this table. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const choice = choiceOf(name);
  const isWide = useIsWide();
  const chosen = choice.use() ?? columns.filter(({ isExtra, isForWide }) => !isExtra && (isWide || !isForWide)).map(({ id }) => id);
  return {
    shown: columns.filter(({ id }) => chosen.includes(id)),
    isShown: (id: string) => chosen.includes(id),
    toggle: (id: string) => choice.set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]),
  };
}

/** One for each table, however often it is drawn: each listens to what other tabs choose. */
const choices = new Map<string, Kept<readonly string[] | undefined>>();

function choiceOf(name: string): Kept<readonly string[] | undefined> {
  const known = choices.get(name) ?? kept(`columns.${name}`, namesIn);
  choices.set(name, known);
  return known;
}

function namesIn(text: string | null): readonly string[] | undefined {
  try {
    const names: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : undefined;
  } catch {
    return undefined;
  }
}
