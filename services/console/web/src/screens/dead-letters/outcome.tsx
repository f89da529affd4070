import { useSearchParams } from 'react-router';
import { Button, Dialog, ShortId, Status } from '../../parts/index.ts';
import styles from './dead-letters.module.css';
import { texts } from './texts.ts';

/** What became of many: how many were settled, and why the others were not. */
export interface ManyOutcome {
  readonly done: number;
  readonly failed: readonly { readonly id: string; readonly detail: string }[];
  readonly remaining: number;
}

/** The outcome of letters that were each tried by itself. */
export function outcomeOf(ids: readonly string[], tried: readonly PromiseSettledResult<unknown>[]): ManyOutcome {
  const failed = tried.flatMap((each, index) =>
    each.status === 'rejected'
      ? [{ id: ids[index] ?? '', detail: each.reason instanceof Error ? each.reason.message : String(each.reason) }]
      : [],
  );
  return { done: tried.length - failed.length, failed, remaining: 0 };
}

/** Says what became of them, and leads to it. */
export function Outcome({
  outcome,
  status = 'redriven',
  onClose,
}: {
  readonly outcome: ManyOutcome | undefined;
  readonly status?: 'redriven' | 'discarded';
  readonly onClose: () => void;
}) {
  const say = texts.use();
  const [, setParams] = useSearchParams();
  const see = (): void => {
    setParams((before) => {
      before.set('status', status);
      before.delete('letter');
      return before;
    });
    onClose();
  };
  return (
    <Dialog
      title={say('one.settled')}
      isOpen={outcome !== undefined}
      onClose={onClose}
      actions={
        <Button look="main" onClick={see}>
          {say('many.see')}
        </Button>
      }
    >
      <p>
        <Status name={status} /> {say('many.done', { count: outcome?.done ?? 0 })}
      </p>
      {outcome && outcome.remaining > 0 && <p>{say('many.remaining', { count: outcome.remaining })}</p>}
      {outcome && outcome.failed.length > 0 && (
        <>
          <p>{say('many.failed', { count: outcome.failed.length })}</p>
          <ul className={styles['sample']}>
            {outcome.failed.map(({ id, detail }) => (
              <li key={id}>
                <ShortId id={id} /> <span translate="no">{detail}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
