import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/index.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './notice.module.css';
import { partsTexts } from './parts-texts.ts';
import { StatusShape } from './status.tsx';

/** What is said where something would stand: nothing there yet, with what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children}
    </div>
  );
}

/** What went wrong, what to do, each wrong field, and the trace id to copy. */
export function ProblemNotice({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const say = partsTexts.use();
  const { reset } = useQueryErrorResetBoundary();
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div className={styles['problem']} role="alert">
      <p className={styles['title']}>
        <StatusShape name="failed" /> {say(`problem.${adviceFor(problem)}`)}
      </p>
      {problem && problem.errors.length > 0 ? (
        <ul aria-label={say('said')} translate="no">
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> {detail}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {say('said')} <span translate="no">{error instanceof Error ? error.message : String(error)}</span>
        </p>
      )}
      <p className={styles['foot']}>
        {again && (
          <button
            type="button"
            className={styles['again']}
            onClick={() => {
              reset();
              again();
            }}
          >
            {say('again')}
          </button>
        )}
        {problem?.traceId && (
          <span>
            {say('trace')} <code translate="no">{problem.traceId}</code> <CopyButton text={problem.traceId} label={say('copyTrace')} />
          </span>
        )}
      </p>
    </div>
  );
}

const advice = {
  0: 'noAnswer',
  400: 'wrong',
  401: 'nobody',
  422: 'wrong',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'lost',
  429: 'tooMany',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
} as const;

function adviceFor(problem: Problem | undefined) {
  const known: Readonly<Record<number, (typeof advice)[keyof typeof advice]>> = advice;
  return known[problem?.status ?? -1] ?? 'other';
}
