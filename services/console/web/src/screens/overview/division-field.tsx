import { useState } from 'react';
import { useAddress } from '../../parts/index.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';

/** Narrows all that is shown to a division and what lies within it; kept in the address. */
export function DivisionField() {
  const say = texts.use();
  const [params, set] = useAddress();
  const [text, setText] = useState(params.get('division') ?? '');
  const isDivision = text === '' || /^[1-9]\d{1,5}$/.test(text);
  const apply = (next: string): void => {
    setText(next);
    if (next !== '' && !/^[1-9]\d{1,5}$/.test(next)) return;
    set('division', next);
  };
  return (
    <label className={styles['division']}>
      {say('division.label')}
      <input
        inputMode="numeric"
        value={text}
        placeholder={say('division.all')}
        title={say('division.hint')}
        maxLength={6}
        aria-invalid={!isDivision}
        onChange={(event) => apply(event.target.value.trim())}
      />
    </label>
  );
}
