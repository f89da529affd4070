import { CopyButton } from './copy-button.tsx';
import { partsTexts } from './parts-texts.ts';
import styles from './short-id.module.css';

/** An id, shortened in the middle so that its end, in which ids of one minute differ, is seen; copied whole by one click. */
export function ShortId({ id }: { readonly id: string }) {
  const say = partsTexts.use();
  const short = id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
  return (
    <span className={styles['id']}>
      <code title={id} translate="no">
        {short}
      </code>
      <CopyButton text={id} label={say('copyId', { id })} />
    </span>
  );
}
