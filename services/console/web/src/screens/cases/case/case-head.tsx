import { Link } from 'react-router';
import type { Case } from '../../../api/index.ts';
import { useProcessName } from '../../../app/names.ts';
import { Age, CopyButton, ShortId, Status, Time } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';
import { Value } from './value.tsx';

/** Beside the code of a case: its status and since when. */
export function CaseHead({ shown }: { readonly shown: Case }) {
  const say = texts.use();
  return (
    <>
      <CopyButton text={shown.code} />
      <strong className={styles['status']}>
        <Status name={shown.outcome ?? shown.status} />
      </strong>
      <span className={styles['since']}>
        {say('case.since')} <Age since={shown.closedAt ?? shown.incident?.since ?? shown.updatedAt} />
      </span>
    </>
  );
}

/** What a case is, in one line. */
export function CaseFacts({ shown }: { readonly shown: Case }) {
  const say = texts.use();
  const processName = useProcessName();
  const { applicant, process, version } = shown;
  const facts = [
    [
      'process',
      <>
        <Link to={`/processes/${process}?version=${version}`} translate="no">
          {processName(process)}
        </Link>{' '}
        · {say('case.facts.version', { version })}
      </>,
    ],
    ...(applicant.name === undefined ? [] : [['applicant', <Value key="name" value={applicant.name} />] as const]),
    ...(applicant.reference === undefined ? [] : [['reference', <Value key="reference" value={applicant.reference} />] as const]),
    [
      'division',
      <span key="division" translate="no">
        {shown.division}
      </span>,
    ],
    ['opened', <Time key="opened" at={shown.openedAt} />],
    ...(shown.closedAt === undefined ? [] : [['closed', <Time key="closed" at={shown.closedAt} />] as const]),
    ['id', <ShortId key="id" id={shown.id} />],
    ...(shown.traceId === undefined ? [] : [['trace', <ShortId key="trace" id={shown.traceId} />] as const]),
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{say(`case.facts.${name}`)}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
