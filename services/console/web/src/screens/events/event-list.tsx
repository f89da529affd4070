import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { CloudEvent } from '../../api/index.ts';
import { Empty, ProblemNotice, useRowKeys } from '../../parts/index.ts';
import { EventLine, useLineWords } from './event-line.tsx';
import styles from './events.module.css';
import type { Tail } from './tail.ts';
import { texts } from './texts.ts';

/** Pixels of a row, as the look has it (`--row`). */
const ROW = 32;

interface EventListProps {
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly tail: Tail;
  readonly chosen: string | undefined;
  readonly opened: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (event: CloudEvent) => void;
  readonly onScroll: (top: number) => void;
  /** Told when the keyboard goes to a row, and when it goes away. */
  readonly onFocus: (isInRow: boolean) => void;
}

const columns = ['time', 'type', 'case', 'process', 'department', 'facts'] as const;

/** Events, the newest at the top; of a hundred thousand only those in sight are drawn. What is older is read when its place is reached. */
export function EventList({ scroll, tail, chosen, opened, onChoose, onOpen, onScroll, onFocus }: EventListProps) {
  const say = texts.use();
  const words = useLineWords();
  const { buffer, state } = tail;
  const virtual = useVirtualizer({
    count: buffer.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    // Rows out of sight are there before one scrolls to them; while the list follows nobody does.
    overscan: buffer.isHeld ? 6 : 1,
  });
  const items = virtual.getVirtualItems();
  // Rows that go out of sight are drawn on as those that come: however far one scrolls, none is made or thrown away.
  const made = useRef(0);
  made.current = Math.max(made.current, items.length);
  const last = items.at(-1)?.index ?? -1;
  const focused = useRef<number>(undefined);
  useEffect(() => {
    // A row that was scrolled out of sight is drawn on as another one: the keyboard does not go with it.
    const row = focused.current;
    if (row !== undefined && items.every(({ index }) => index !== row)) scroll.current?.focus({ preventScroll: true });
  });
  const isAtEnd = state.kind !== 'loading' && last >= buffer.length - 20 && tail.backFailure === undefined;
  const { length } = buffer;
  useEffect(() => {
    if (isAtEnd) void tail.readBack();
  }, [isAtEnd, tail, length, buffer.olderThan]);
  const active = chosen === undefined ? -1 : buffer.rowOf(chosen);
  const move = useCallback(
    (row: number) => {
      const event = buffer.at(row);
      if (!event) return;
      onChoose(event.id);
      virtual.scrollToIndex(row);
    },
    [buffer, onChoose, virtual],
  );
  const open = useCallback(
    (row: number) => {
      const event = buffer.at(row);
      if (event) onOpen(event);
    },
    [buffer, onOpen],
  );
  useRowKeys({ count: length, active, onMove: move, onOpen: open });
  return (
    <div className={styles['frame']}>
      <div ref={scroll} className={styles['scroll']} onScroll={({ currentTarget }) => onScroll(currentTarget.scrollTop)} tabIndex={0}>
        <div role="table" aria-label={say('list')} aria-rowcount={length + 1} aria-busy={state.kind === 'loading'} data-live>
          <div role="row" aria-rowindex={1} className={styles['head']}>
            {columns.map((name) => (
              <div key={name} role="columnheader">
                {say(`column.${name}`)}
              </div>
            ))}
          </div>
          {/* Nobody must find another event in a row between going to it and opening it. */}
          <div
            role="rowgroup"
            className={styles['rows']}
            style={{ height: virtual.getTotalSize() }}
            onPointerDown={() => tail.hold()}
            onFocus={({ target }) => {
              focused.current = rowOf(target);
              onFocus(true);
            }}
            onBlur={() => {
              focused.current = undefined;
              onFocus(false);
            }}
          >
            {items.map(({ index, start }) => {
              const event = buffer.at(index);
              if (!event) return null;
              return (
                <div
                  key={index % made.current}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={event.id === opened}
                  className={clsx(styles['row'], index === active && styles['active'], event.id === opened && styles['opened'])}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => onOpen(event)}
                >
                  <EventLine event={event} words={words} />
                </div>
              );
            })}
          </div>
        </div>
        {length === 0 && state.kind === 'loading' && <Waiting />}
        {length === 0 && state.kind !== 'loading' && !buffer.hasOlder && (
          <Empty title={say('empty')}>
            <p>{say('emptyNext')}</p>
          </Empty>
        )}
        {tail.backFailure !== undefined && <ProblemNotice error={tail.backFailure} again={() => void tail.readBack()} />}
      </div>
      <p className={styles['foot']} role="status">
        {isAtEnd && buffer.hasOlder && state.kind !== 'refused' && say('searching')}
        {isAtEnd && !buffer.hasOlder && length > 0 && say('end')}
      </p>
    </div>
  );
}

/** The row that an element is in. */
function rowOf(element: Element): number | undefined {
  const row = element.closest('[role=row]')?.getAttribute('aria-rowindex');
  // The first is the head.
  return row ? Number(row) - 2 : undefined;
}

function Waiting() {
  return Array.from({ length: 12 }, (_, index) => (
    <div key={index} className={styles['waiting']} aria-hidden="true">
      {columns.map((name) => (
        <span key={name} className="skeleton" />
      ))}
    </div>
  ));
}
