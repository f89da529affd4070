import { type ReactElement, type ReactNode, cloneElement, useId } from 'react';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  /** What is expected, said before one is wrong. */
  readonly hint?: ReactNode;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** The input, select or text area. */
  readonly children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>;
}

/** A field of a form with its label, joined so that a screen reader says both, and what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const said = error !== undefined || hint !== undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(said && { 'aria-describedby': `${id}-hint` }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {said && (
        <p id={`${id}-hint`} className={error === undefined ? styles['hint'] : styles['error']}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
