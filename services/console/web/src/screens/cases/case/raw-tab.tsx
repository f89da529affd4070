import type { Case, CaseEvent } from '../../../api/index.ts';
import { CodeView, CopyButton } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';

/** The case and its events as the orchestrator gives them. */
export function RawTab({ shown, events }: { readonly shown: Case; readonly events: readonly CaseEvent[] }) {
  const say = texts.use();
  const text = JSON.stringify({ case: shown, events }, null, 2);
  return (
    <div className={styles['raw']}>
      <CopyButton text={text} />
      <CodeView text={text} language="json" label={say('case.raw')} />
    </div>
  );
}
