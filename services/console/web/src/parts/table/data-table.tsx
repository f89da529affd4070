import { Menu } from '@base-ui/react/menu';
import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { Check, Columns3 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import iconButton from '../icon-button.module.css';
import menu from '../menu.module.css';
import { partsTexts } from '../parts-texts.ts';
import { ColumnHead } from './column-head.tsx';
import { type Column, useColumns } from './columns.ts';
import styles from './data-table.module.css';
import { leastWidth } from './least-width.ts';
import { useRowKeys } from './row-keys.ts';
import { useSorting } from './use-sorting.ts';

export interface DataTableProps<Row> {
  /** Under which the chosen columns are remembered. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** The row that is open beside the table. */
  readonly opened?: string | undefined;
  /** Nothing was loaded yet: the frame stands, with skeletons in it. */
  readonly isLoading?: boolean;
  /** What is said when there are no rows, with what to do next. */
  readonly empty: ReactNode;
  /** Loads what follows; asked for when the end comes into sight. While there is more to load, the table does not sort. */
  readonly onMore?: (() => void) | undefined;
  /** How a row stands out. */
  readonly toneOf?: (row: Row) => 'late' | 'stalled' | 'gone' | undefined;
}

const ROW = 32;

/** A list of any length: fixed rows, of which only those in sight are drawn; columns to choose and to sort by; `j`, `k` and `Enter`. */
export function DataTable<Row>({
  name,
  label,
  columns,
  rows: given,
  keyOf,
  onOpen,
  opened,
  isLoading = false,
  empty,
  onMore,
  toneOf,
}: DataTableProps<Row>) {
  const say = partsTexts.use();
  const { shown, isShown, toggle } = useColumns(name, columns);
  const { rows, stateOf, turn } = useSorting(columns, given, onMore === undefined);
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => place.current, estimateSize: () => ROW, overscan: 12 });
  const move = useCallback(
    (to: number) => {
      setActive(to);
      if (to >= 0) virtual.scrollToIndex(to);
    },
    [virtual],
  );
  const open = useCallback((index: number) => rows[index] !== undefined && onOpen?.(rows[index]), [rows, onOpen]);
  const sort = (id: string): void => {
    turn(id);
    // The rows that stood there are others now: reading begins at the top.
    setActive(-1);
    place.current?.scrollTo({ top: 0 });
  };
  useRowKeys({ count: rows.length, active, onMove: move, onOpen: open });

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore && last >= rows.length - 10 && rows.length > 0) onMore();
  }, [last, rows.length, onMore]);

  const tracks = shown.map(({ width }) => width).join(' ');
  return (
    <div className={styles['frame']}>
      <div className={styles['choice']}>
        <ColumnMenu columns={columns} isShown={isShown} toggle={toggle} />
      </div>
      <div ref={place} className={styles['scroll']}>
        <div role="table" aria-label={label} aria-rowcount={rows.length + 1} aria-busy={isLoading} style={{ minWidth: leastWidth(shown) }}>
          <div role="row" aria-rowindex={1} className={styles['head']} style={{ gridTemplateColumns: tracks }}>
            {shown.map((column) => (
              <ColumnHead
                key={column.id}
                title={column.title}
                align={column.align}
                state={stateOf(column)}
                onTurn={() => sort(column.id)}
              />
            ))}
          </div>
          {isLoading && <Skeletons columns={shown} tracks={tracks} />}
          <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows[index] as Row;
              const key = keyOf(row);
              return (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={opened === undefined ? undefined : opened === key}
                  className={clsx(
                    styles['row'],
                    index === active && styles['active'],
                    opened === key && styles['opened'],
                    onOpen && styles['openable'],
                    styles[toneOf?.(row) ?? ''],
                  )}
                  style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
                  onClick={() => {
                    setActive(index);
                    onOpen?.(row);
                  }}
                >
                  {shown.map((column) => (
                    <div key={column.id} role="cell" className={column.align && styles[column.align]}>
                      {column.cell(row)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
        {!isLoading && rows.length === 0 && empty}
      </div>
      <p className={styles['foot']} aria-live="polite">
        {!isLoading && rows.length > 0 && (onMore ? say('loading') : say('end', { count: rows.length }))}
      </p>
    </div>
  );
}

function Skeletons<Row>({ columns, tracks }: { readonly columns: readonly Column<Row>[]; readonly tracks: string }) {
  return Array.from({ length: 8 }, (_, index) => (
    <div key={index} className={styles['waiting']} style={{ gridTemplateColumns: tracks }} aria-hidden="true">
      {columns.map(({ id }) => (
        <div key={id}>
          <span className="skeleton" />
        </div>
      ))}
    </div>
  ));
}

interface ColumnMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly isShown: (id: string) => boolean;
  readonly toggle: (id: string) => void;
}

function ColumnMenu<Row>({ columns, isShown, toggle }: ColumnMenuProps<Row>) {
  const say = partsTexts.use();
  return (
    <Menu.Root>
      <Menu.Trigger className={iconButton['button']} aria-label={say('columns')} title={say('columns')}>
        <Columns3 size={14} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" className={menu['positioner']}>
          <Menu.Popup className={menu['menu']}>
            {columns.map(({ id, title }) => (
              <Menu.CheckboxItem key={id} checked={isShown(id)} onCheckedChange={() => toggle(id)} className={menu['item']}>
                <span className={menu['mark']}>
                  <Menu.CheckboxItemIndicator>
                    <Check size={12} aria-hidden="true" />
                  </Menu.CheckboxItemIndicator>
                </span>
                {title}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
