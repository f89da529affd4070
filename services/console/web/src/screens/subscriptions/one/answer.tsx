import { Status } from '../../../parts/index.ts';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';

interface AnswerProps {
  readonly answer: {
    readonly status?: number | undefined;
    readonly error?: string | undefined;
    readonly durationMs: number;
    readonly body?: string | undefined;
  };
}

/** What came of one call: the status or why there is none, how long it took, how the answer began. */
export function Answer({ answer: { status, error, durationMs, body } }: AnswerProps) {
  const say = texts.use();
  const isTaken = status !== undefined && status >= 200 && status < 300;
  return (
    <div className={styles['attempt']} role="status">
      <Status name={isTaken ? 'delivered' : 'failed'}>
        {isTaken ? say('answer.taken') : say('answer.refused')} <span translate="no">{status ?? error}</span>
      </Status>{' '}
      <span translate="no">{Math.round(durationMs)} ms</span>
      {body !== undefined && body !== '' ? <pre translate="no">{body}</pre> : <p>{say('answer.empty')}</p>}
    </div>
  );
}
