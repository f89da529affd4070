import clsx from 'clsx';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Flows } from '../../api/index.ts';
import { useProcessName } from '../../app/names.ts';
import { StatusShape, type StatusName } from '../../parts/index.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';

type Process = Flows['processes'][number];

/** What is counted of each process, where the list behind it is, and the shape of the status that it is about. */
const figures = [
  { key: 'opened', of: (process: Process) => process.openedToday, filter: 'opened=today' },
  { key: 'open', of: (process: Process) => process.open, filter: 'status=open' },
  { key: 'idle', of: (process: Process) => process.idle, filter: 'status=open&idle=60' },
  { key: 'suspended', of: (process: Process) => process.suspended, filter: 'status=suspended', shape: 'suspended' },
  { key: 'stalled', of: (process: Process) => process.stalled, filter: 'status=stalled', shape: 'stalled' },
  { key: 'compensating', of: (process: Process) => process.compensating, filter: 'status=compensating', shape: 'compensating' },
  { key: 'granted', of: (process: Process) => process.closedToday.granted, filter: 'closed=today&outcome=granted', shape: 'granted' },
  { key: 'refused', of: (process: Process) => process.closedToday.refused, filter: 'closed=today&outcome=refused', shape: 'refused' },
  {
    key: 'withdrawn',
    of: (process: Process) => process.closedToday.withdrawn,
    filter: 'closed=today&outcome=withdrawn',
    shape: 'withdrawn',
  },
  {
    key: 'cancelled',
    of: (process: Process) => process.closedToday.cancelled,
    filter: 'closed=today&outcome=cancelled',
    shape: 'cancelled',
  },
] as const satisfies readonly { key: string; of: (process: Process) => number; filter: string; shape?: StatusName }[];

interface CaseFiguresProps {
  readonly processes: Flows['processes'] | undefined;
  readonly division: string | undefined;
}

/** Cases by process: what came today, what is open and how, what was closed today with which outcome. Each number leads to its list. */
export const CaseFigures = memo(function CaseFigures({ processes = [], division }: CaseFiguresProps) {
  const say = texts.use();
  const processName = useProcessName();
  const within = division === undefined ? '' : `&division=${division}`;
  const rows = processes.toSorted((one, other) => one.process.localeCompare(other.process));
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say('figures.title')}</h2>
      <div className={styles['scroll']} data-live>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('figures.process')}</th>
              {figures.map((figure) => (
                <th key={figure.key} scope="col">
                  {'shape' in figure && <StatusShape name={figure.shape} />} {say(`figures.${figure.key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((process) => (
              <tr key={process.process}>
                <td translate="no">{processName(process.process)}</td>
                {figures.map(({ key, of, filter }) => (
                  <td key={key} translate="no">
                    <Count count={of(process)} to={`/cases?process=${process.process}&${filter}${within}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{say('figures.total')}</td>
              {figures.map(({ key, of, filter }) => (
                <td key={key} translate="no">
                  <Count count={rows.reduce((sum, process) => sum + of(process), 0)} to={`/cases?${filter}${within}`} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
});

function Count({ count, to }: { readonly count: number; readonly to: string }) {
  return (
    <Link className={clsx(count === 0 && styles['zero'])} to={to}>
      {count}
    </Link>
  );
}
