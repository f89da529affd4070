import { useEffect, useState } from 'react';
import styles from './case-list.module.css';

/** Milliseconds in which somebody who types on has pressed the next key. */
const PAUSE = 250;

export interface FilterTextProps {
  readonly label: string;
  readonly value: string;
  readonly width: number;
  readonly type?: 'search' | 'text';
  readonly onValue: (value: string) => void;
  readonly onEnter?: () => void;
}

/** A field of the filter that takes effect when typing pauses. */
export function FilterText({ label, value, width, type = 'text', onValue, onEnter }: FilterTextProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const pause = setTimeout(() => onValue(typed), PAUSE);
    return () => clearTimeout(pause);
  }, [typed, value, onValue]);
  return (
    <input
      type={type}
      className={styles['control']}
      style={{ width }}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        onValue(typed);
        onEnter?.();
      }}
    />
  );
}
