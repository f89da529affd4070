import type { Choice } from './completion.ts';
import styles from './filter-line.module.css';
import { filterTexts } from './texts.ts';

interface ChoicesProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly onTake: (choice: Choice) => void;
}

/** What the word under the cursor may become: the options of the line's combobox. */
export function Choices({ id, choices, active, onTake }: ChoicesProps) {
  const say = filterTexts.use();
  return (
    <>
      <ul id={`${id}-choices`} role="listbox" aria-label={say('suggestions')} className={styles['choices']} hidden={choices.length === 0}>
        {choices.map((choice, index) => (
          <li
            key={choice.text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles['choice']}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            // The input keeps the focus: leaving it would end the line.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(choice)}
          >
            <code translate="no">{choice.text}</code>
            <span className={styles['means']} translate={choice.isWhole ? 'no' : undefined}>
              {choice.title}
            </span>
          </li>
        ))}
      </ul>
      <span className="unseen" role="status">
        {choices.length > 0 && say('choices', { count: choices.length })}
      </span>
    </>
  );
}
