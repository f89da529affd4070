import styles from './case-list.module.css';

export interface FilterSelectProps {
  /** What is said where nothing is chosen, and of what it is the choice. */
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onValue: (value: string) => void;
}

/** A choice of the filter, of one or none. */
export function FilterSelect({ label, value = '', options, onValue }: FilterSelectProps) {
  const isKnown = value === '' || options.some(([option]) => option === value);
  return (
    <select className={styles['control']} aria-label={label} value={value} onChange={(event) => onValue(event.target.value)}>
      <option value="">{label}</option>
      {options.map(([option, title]) => (
        <option key={option} value={option} translate="no">
          {title}
        </option>
      ))}
      {!isKnown && (
        <option value={value} translate="no">
          {value}
        </option>
      )}
    </select>
  );
}
