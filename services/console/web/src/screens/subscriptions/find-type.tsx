import type { EventType } from '../../api/index.ts';
import styles from './subscriptions.module.css';
import { texts } from './texts.ts';

interface FindTypeProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Where a type of event is looked for, by its name or what it is called. */
export function FindType({ text, onText }: FindTypeProps) {
  const say = texts.use();
  return (
    <input
      type="search"
      className={styles['find']}
      aria-label={say('type.find')}
      placeholder={say('type.find')}
      value={text}
      onChange={({ target }) => onText(target.value)}
    />
  );
}

/** Whether a type is among those that are looked for. */
export const isFound = ({ type, title }: EventType, text: string): boolean =>
  `${type} ${title.zh} ${title.en}`.toLowerCase().includes(text.toLowerCase());
