import type { ProcessFigures } from '../../api/index.ts';
import { useDepartmentName } from '../../app/names.ts';
import { duration } from '../../parts/index.ts';
import styles from './process-page.module.css';
import { texts } from './texts.ts';

/** Waiting against working time by department: who is slow, and whether for want of hands or of speed. */
export function DepartmentBars({ departments }: { readonly departments: ProcessFigures['departments'] }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const longest = Math.max(1e-9, ...departments.map(({ waitingSeconds, workingSeconds }) => waitingSeconds + workingSeconds));
  const share = (seconds: number): string => `${(100 * seconds) / longest}%`;
  return (
    <section>
      <h3 id="departments">{say('departments.title')}</h3>
      <div className={styles['scroll']} role="region" aria-labelledby="departments" tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('departments.department')}</th>
              <th scope="col" className={styles['wide']}>
                <span className={styles['key']} data-kind="waiting" aria-hidden="true" /> {say('departments.waiting')}{' '}
                <span className={styles['key']} data-kind="working" aria-hidden="true" /> {say('departments.working')}
              </th>
              <th scope="col" className={styles['end']}>
                {say('departments.waiting')}
              </th>
              <th scope="col" className={styles['end']}>
                {say('departments.working')}
              </th>
            </tr>
          </thead>
          <tbody>
            {departments.map(({ department, waitingSeconds, workingSeconds }) => {
              const [waiting, working] = [duration(waitingSeconds), duration(workingSeconds)];
              return (
                <tr key={department}>
                  <th scope="row" translate="no">
                    {departmentName(department)}
                  </th>
                  <td>
                    <div className={styles['bar']} role="img" aria-label={say('departments.bar', { waiting, working })}>
                      {waitingSeconds > 0 && <span data-kind="waiting" style={{ width: share(waitingSeconds) }} />}
                      {workingSeconds > 0 && <span data-kind="working" style={{ width: share(workingSeconds) }} />}
                    </div>
                  </td>
                  <td className={styles['end']} translate="no">
                    {waitingSeconds > 0 ? waiting : '–'}
                  </td>
                  <td className={styles['end']} translate="no">
                    {workingSeconds > 0 ? working : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
