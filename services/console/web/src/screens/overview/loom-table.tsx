import clsx from 'clsx';
import { memo } from 'react';
import { useDepartmentName, useProcessName } from '../../app/names.ts';
import { holds, useSession } from '../../app/session.tsx';
import { Age, duration, Empty, Tip } from '../../parts/index.ts';
import { Link } from 'react-router';
import type { Loom, LoomRow } from './loom.ts';
import { LoomCrossing } from './loom-crossing.tsx';
import styles from './loom.module.css';
import { texts } from './texts.ts';

interface LoomTableProps {
  readonly loom: Loom | undefined;
  readonly division: string | undefined;
}

/** The loom as a table: a red cell is one flow, a red column one department, a red row one process. */
export const LoomTable = memo(function LoomTable({ loom, division }: LoomTableProps) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const within = division === undefined ? '' : `&division=${division}`;
  if (loom?.rows.length === 0) {
    return (
      <Empty title={say('loom.empty')}>
        <p>{say('loom.emptyNext')}</p>
      </Empty>
    );
  }
  return (
    <section aria-labelledby="loom">
      <h2 id="loom">{say('loom.title')}</h2>
      <p className={styles['explain']}>{say('loom.explain')}</p>
      <div className={styles['scroll']} data-live>
        <table className={styles['loom']} aria-busy={loom === undefined}>
          <thead>
            <tr>
              <th scope="col">{say('loom.process')}</th>
              {loom?.columns.map(({ department, tone }) => (
                <th key={department} scope="col" className={clsx(styles['department'], styles[tone])}>
                  <Link to={`/departments/${department}`} translate="no">
                    {departmentName(department)}
                  </Link>
                </th>
              ))}
              <th scope="col" className={styles['end']}>
                {say('loom.open')}
              </th>
              <th scope="col" className={styles['end']}>
                {say('loom.today')}
              </th>
              <th scope="col" className={styles['end']}>
                {say('loom.lead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {loom ? (
              loom.rows.map((row) => <Row key={row.process} row={row} departments={loom.departments} division={division} />)
            ) : (
              <Skeleton />
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('loom.rate')}</th>
              {loom?.columns.map(({ department, figures }) => (
                <td key={department} translate="no">
                  <Rate department={department} division={division} perHour={figures?.perHour ?? 0} />
                </td>
              ))}
              <td colSpan={3} />
            </tr>
            <tr>
              <th scope="row">{say('loom.backlog')}</th>
              {loom?.columns.map(({ department, figures }) => (
                <td key={department} translate="no">
                  <Link to={`/cases?department=${department}&status=open${within}`}>
                    {figures ? figures.waiting + figures.working + figures.stalled : 0}
                    {figures?.oldestSince !== undefined && (
                      <>
                        {' · '}
                        <Age since={figures.oldestSince} />
                      </>
                    )}
                  </Link>
                </td>
              ))}
              <td colSpan={3} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
});

interface RateProps {
  readonly department: string;
  readonly division: string | undefined;
  readonly perHour: number;
}

/** Steps that a department answers in an hour; behind it they are to be seen as they are answered, by whoever may see events. */
function Rate({ department, division, perHour }: RateProps) {
  const session = useSession();
  if (!holds(session, 'events:read')) return perHour;
  const line = `department:${department} type:*.completed.v1${division === undefined ? '' : ` division:${division}`}`;
  return <Link to={`/events?${new URLSearchParams({ q: line }).toString()}`}>{perHour}</Link>;
}

interface RowProps {
  readonly row: LoomRow;
  readonly departments: Loom['departments'];
  readonly division: string | undefined;
}

/** Of the many cells few change at a time: a row that is as it was is not drawn again. */
const Row = memo(function Row({ row: { process, cells, figures, tone }, departments, division }: RowProps) {
  const say = texts.use();
  const processName = useProcessName();
  const within = division === undefined ? '' : `&division=${division}`;
  const closed = figures ? Object.values(figures.closedToday).reduce((sum, count) => sum + count, 0) : 0;
  const { p50, p90 } = figures?.leadSecondsToday ?? {};
  return (
    <tr>
      <th scope="row" className={styles[tone]}>
        <Link to={`/processes/${process}`} translate="no">
          {processName(process)}
        </Link>
      </th>
      {departments.map((department) => {
        const cell = cells[department];
        return (
          <td key={department}>
            {cell ? (
              <LoomCrossing cell={cell} division={division} />
            ) : (
              <Tip text={say('loom.never')}>
                <span className={styles['never']}>–</span>
              </Tip>
            )}
          </td>
        );
      })}
      <td className={styles['end']}>
        <Link to={`/cases?process=${process}&status=open${within}`} translate="no">
          {figures?.open ?? 0}
        </Link>
      </td>
      <td className={styles['end']}>
        <Link to={`/cases?process=${process}&status=closed&closed=today${within}`} translate="no">
          {closed}
        </Link>
      </td>
      <td className={styles['end']} translate="no">
        {p50 === undefined ? '–' : `${duration(p50)} / ${duration(p90 ?? p50)}`}
      </td>
    </tr>
  );
});

function Skeleton() {
  return Array.from({ length: 3 }, (_, index) => (
    <tr key={index} aria-hidden="true">
      <th>
        <span className="skeleton" />
      </th>
      <td colSpan={3}>
        <span className="skeleton" />
      </td>
    </tr>
  ));
}
