import { EyeOff } from 'lucide-react';
import { useItemWords } from '../../../app/data-items.ts';
import { Described } from '../../../parts/index.ts';
import { type Schema, titled } from '../../../parts/schema-form/titled.ts';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';

/** What a service writes in the place of a personal value that the caller does not see. */
const MASKED = '***';

/** A value of a case: text as it is, fields within it by what their schema calls them, all else as JSON; a masked one says so. */
export function Value({ value, schema = {} }: { readonly value: unknown; readonly schema?: Schema | undefined }) {
  const say = texts.use();
  const words = useItemWords();
  if (value === MASKED) {
    return (
      <span className={styles['masked']}>
        <EyeOff size={12} aria-hidden="true" /> {say('case.data.hidden')}
      </span>
    );
  }
  if (value === undefined || value === null) return <span className={styles['masked']}>{say('case.data.absent')}</span>;
  if (isRecord(value)) return <Described values={value} schema={titled(schema, words)} />;
  if (Array.isArray(value) && value.some(isRecord)) {
    return (
      <ol className={styles['values']}>
        {value.map((each: unknown, index) => (
          <li key={index}>
            <Value value={each} schema={schema['items'] as Schema | undefined} />
          </li>
        ))}
      </ol>
    );
  }
  return <span translate="no">{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
