import { useState } from 'react';
import { isDivision } from '../../parts/division.ts';
import { useAddress } from '../../parts/index.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';

/** Narrows all that is shown to a division and what lies within it; kept in the address. */
export function DivisionField() {
  const say = texts.use();
  const [params, set] = useAddress();
  const [text, setText] = useState(params.get('division') ?? '');
  const isRight = text === '' || isDivision(text);
  const apply = (next: string): void => {
    setText(next);
    if (next !== '' && !isDivision(next)) return;
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
        aria-invalid={!isRight}
        onChange={(event) => apply(event.target.value.trim())}
      />
    </label>
  );
}
