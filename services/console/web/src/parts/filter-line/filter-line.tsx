import { Filter, X } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { Choices } from './choices.tsx';
import { type Choice, complete, completionAt, type FilterField } from './completion.ts';
import { Faults, Marked } from './faults.tsx';
import styles from './filter-line.module.css';
import type { Fault } from './line.ts';
import { filterTexts } from './texts.ts';

export interface FilterLineProps {
  readonly label: string;
  /** An example, shown while nothing is typed. */
  readonly placeholder: string;
  /** The line that holds: it stands in the address. */
  readonly value: string;
  /** The words that it may begin with, and their values where there are some to choose from. */
  readonly fields: readonly FilterField[];
  /** What is wrong with a line. */
  readonly check: (line: string) => readonly Fault[];
  /** What a service had against the line that holds. */
  readonly refused?: Fault | undefined;
  /** Told a line without faults, when it is finished by Enter or by leaving. */
  readonly onApply?: ((line: string) => void) | undefined;
  /** Told each line as it is typed, faults or not: of a form that is sent as it stands. */
  readonly onType?: ((line: string) => void) | undefined;
}

/** Filters as tokens in one line, to be typed: completed from what there is, told where they are wrong. */
export function FilterLine({ label, placeholder, value, fields, check, refused, onApply, onType }: FilterLineProps) {
  const say = filterTexts.use();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(value);
  const [cursor, setCursor] = useState(value.length);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [isTried, setTried] = useState(true);
  const [held, setHeld] = useState(value);
  if (held !== value) {
    setHeld(value);
    if (value !== draft) {
      setDraft(value);
      setCursor(value.length);
    }
  }
  const toCursor = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (toCursor.current !== undefined) input.current?.setSelectionRange(toCursor.current, toCursor.current);
    toCursor.current = undefined;
  });
  // Only then: to be asked where it is scrolled to, the whole page is laid out.
  useLayoutEffect(() => {
    if (below.current) below.current.scrollLeft = input.current?.scrollLeft ?? 0;
  }, [draft]);

  const completion = completionAt(draft, cursor, fields);
  const choices = isOpen ? completion.choices : [];
  // What is being typed is not finished, and so not wrong yet.
  const found = check(draft).filter(({ from, to }) => isTried || cursor < from || cursor > to);
  const faults = found.length === 0 && refused && draft === value ? [refused] : found;

  const type = (line: string, at: number): void => {
    setDraft(line);
    setCursor(at);
    setActive(-1);
    setTried(false);
    onType?.(line);
  };
  const take = (choice: Choice): void => {
    const after = complete(draft, completion, choice);
    toCursor.current = after.cursor;
    type(after.line, after.cursor);
    setOpen(!choice.isWhole);
    input.current?.focus();
  };
  const finish = (): void => {
    setOpen(false);
    setTried(true);
    if (check(draft).length === 0 && draft !== value) onApply?.(draft.trim());
  };
  const listen = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[active];
    if (step !== undefined) {
      setOpen(true);
      if (choices.length > 0) setActive(active < 0 && step < 0 ? choices.length - 1 : (active + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && choice) take(choice);
    else if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Escape' && draft !== value) type(value, value.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clear = (): void => {
    type('', 0);
    onApply?.('');
    input.current?.focus();
  };

  return (
    <div className={styles['filter']}>
      <div className={styles['box']}>
        <Filter size={14} className={styles['icon']} aria-hidden="true" />
        <div className={styles['line']}>
          <div ref={below} className={styles['shown']} aria-hidden="true" translate="no">
            <Marked line={draft} faults={faults} />
          </div>
          <input
            ref={input}
            className={styles['input']}
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={choices.length > 0}
            aria-controls={`${id}-choices`}
            aria-activedescendant={choices[active] && `${id}-${active}`}
            aria-invalid={faults.length > 0}
            aria-describedby={faults.length > 0 ? `${id}-faults` : undefined}
            title={say('syntax')}
            placeholder={placeholder}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            value={draft}
            onChange={({ target }) => {
              type(target.value, target.selectionStart ?? target.value.length);
              setOpen(true);
            }}
            onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart ?? 0)}
            onScroll={({ currentTarget }) => below.current && (below.current.scrollLeft = currentTarget.scrollLeft)}
            onClick={() => setOpen(true)}
            onKeyDown={listen}
            onBlur={finish}
          />
        </div>
        {draft !== '' && (
          <button type="button" className={styles['clear']} aria-label={say('clear')} title={say('clear')} onClick={clear}>
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <Choices id={id} choices={choices} active={active} onTake={take} />
      <Faults id={`${id}-faults`} faults={faults} isOldInForce={onApply !== undefined && draft !== value} />
    </div>
  );
}
