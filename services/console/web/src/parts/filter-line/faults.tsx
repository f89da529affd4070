import styles from './filter-line.module.css';
import { type Fault, parseLine } from './line.ts';
import { filterTexts } from './texts.ts';

/** The line as it is shown: its tokens, and underlined what is wrong in it. */
export function Marked({ line, faults }: { readonly line: string; readonly faults: readonly Fault[] }) {
  const marks = [
    ...faults.map(({ from, to }) => ({ from, to, look: styles['fault'] })),
    ...parseLine(line)
      .tokens.filter((token) => faults.every(({ from, to }) => to <= token.from || token.to <= from))
      .map(({ from, to }) => ({ from, to, look: styles['token'] })),
  ].toSorted((one, other) => one.from - other.from);
  return (
    <>
      {marks.map(({ from, to, look }, index) => (
        <span key={from}>
          {line.slice(marks[index - 1]?.to ?? 0, from)}
          <span className={look}>{line.slice(from, to)}</span>
        </span>
      ))}
    </>
  );
}

interface FaultsProps {
  readonly id: string;
  readonly faults: readonly Fault[];
  /** Another line still decides what is shown. */
  readonly isOldInForce: boolean;
}

/** What is wrong with the line, and where, in words. */
export function Faults({ id, faults, isOldInForce }: FaultsProps) {
  const say = filterTexts.use();
  return (
    <div id={id} role="alert">
      {faults.map(({ from, code, what }) => (
        <p key={`${from} ${code}`} className={styles['faults']}>
          {say('at', { place: from + 1 })}
          {say(`fault.${code}`, { what })}
        </p>
      ))}
      {faults.length > 0 && isOldInForce && <p className={styles['still']}>{say('still')}</p>}
    </div>
  );
}
