import { Link } from 'react-router';
import type { Case } from '../../../api/index.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';

/** Of a case that hangs: what can be done now, and whom to ask. */
export function StalledNotice({ shown }: { readonly shown: Case }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  if (shown.status !== 'stalled') return null;
  const step = shown.incident?.step ?? Object.entries(shown.steps).find(([, { status }]) => status === 'failed')?.[0];
  const department = step === undefined ? undefined : shown.steps[step]?.department;
  return (
    <section className={styles['stalled']} aria-labelledby="stalled">
      <h2 id="stalled">{say('case.stalled.title')}</h2>
      <p>
        {say('case.stalled.redrive')} <Link to={`/dead-letters?case=${shown.id}`}>{say('case.stalled.link')}</Link>
      </p>
      {department !== undefined && <p>{say('case.stalled.ask', { department: departmentName(department) })}</p>}
    </section>
  );
}
