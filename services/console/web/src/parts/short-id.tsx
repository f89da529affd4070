import { CopyButton } from './copy-button.tsx';
import { partsTexts } from './parts-texts.ts';
import styles from './short-id.module.css';
import { shortened } from './shortened.ts';

/** An id, shortened; copied whole by one click. */
export function ShortId({ id }: { readonly id: string }) {
  const say = partsTexts.use();
  return (
    <span className={styles['id']}>
      <code title={id} translate="no">
        {shortened(id)}
      </code>
      <CopyButton text={id} label={say('copyId', { id })} />
    </span>
  );
}
