import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import clsx from 'clsx';
import styles from './data-table.module.css';
import { tableTexts } from './table-texts.ts';
import type { SortState } from './use-sorting.ts';

export interface ColumnHeadProps {
  readonly title: string;
  readonly align: 'end' | undefined;
  /** Nothing, where the table is not sorted by this column. */
  readonly state: SortState | undefined;
  readonly onTurn: () => void;
}

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown, part: ArrowUpDown } as const;

/** The head of a column; where the table can be sorted by it, it is the button for that. */
export function ColumnHead({ title, align, state, onTurn }: ColumnHeadProps) {
  const say = tableTexts.use();
  const className = align && styles[align];
  if (state === undefined) {
    return (
      <div role="columnheader" className={className}>
        {title}
      </div>
    );
  }
  const isOff = state === 'part';
  const Arrow = arrows[state];
  return (
    <div role="columnheader" aria-sort={isOff ? 'none' : state} className={className}>
      <button
        type="button"
        className={clsx(styles['sort'], (isOff || state === 'none') && styles['unsorted'])}
        aria-disabled={isOff || undefined}
        title={isOff ? say('part') : undefined}
        onClick={(event) => {
          // Whoever points goes on with j, k and Enter, and Enter is to open a row; whoever came by keyboard stays.
          if (event.detail > 0) event.currentTarget.blur();
          if (!isOff) onTurn();
        }}
      >
        <span>{title}</span>
        <Arrow size={12} aria-hidden="true" />
      </button>
    </div>
  );
}
