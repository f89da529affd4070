import { EyeOff } from 'lucide-react';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';

/** What a service writes in the place of a personal value that the caller does not see. */
const MASKED = '***';

/** A value of a case: text as it is, all else as JSON; a personal one that is not shown says so. */
export function Value({ value }: { readonly value: unknown }) {
  const say = texts.use();
  if (value === MASKED) {
    return (
      <span className={styles['masked']}>
        <EyeOff size={12} aria-hidden="true" /> {say('case.data.hidden')}
      </span>
    );
  }
  if (value === undefined || value === null) return <span className={styles['masked']}>{say('case.data.absent')}</span>;
  return <span translate="no">{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
}
