import { useState } from 'react';
import { useEventTypes } from '../../../app/event-types.ts';
import { ProblemNotice } from '../../../parts/index.ts';
import { titleIn } from '../../../texts/index.ts';
import { FindType, isFound } from '../find-type.tsx';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';

interface TypeChoiceProps {
  readonly chosen: readonly string[];
  readonly onChosen: (types: readonly string[]) => void;
  /** What is wrong with what was chosen. */
  readonly error: string | undefined;
}

/** Types of events to choose some of: those that agencies may have at all. */
export function TypeChoice({ chosen, onChosen, error }: TypeChoiceProps) {
  const say = texts.use();
  const types = useEventTypes();
  const [text, setText] = useState('');
  const shared = types.data?.filter(({ sharing }) => sharing !== 'none') ?? [];
  const toggle = (type: string): void => onChosen(chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type]);
  return (
    <fieldset className={styles['choice']}>
      <legend>{say('ask.types', { count: chosen.length })}</legend>
      <FindType text={text} onText={setText} />
      {error !== undefined && <p role="alert">{error}</p>}
      {types.isError && <ProblemNotice error={types.error} again={() => void types.refetch()} />}
      <ul className={styles['choices']}>
        {shared
          .filter((type) => chosen.includes(type.type) || isFound(type, text))
          .map(({ type, title, sharing }) => (
            <li key={type}>
              <label title={type}>
                <input type="checkbox" checked={chosen.includes(type)} onChange={() => toggle(type)} />{' '}
                <span translate="no">{titleIn(title)}</span>
              </label>
              <span>{say(`sharing.${sharing}`)}</span>
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
