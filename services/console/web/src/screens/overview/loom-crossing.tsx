import { PreviewCard } from '@base-ui/react/preview-card';
import clsx from 'clsx';
import { memo } from 'react';
import { Link } from 'react-router';
import { useDepartmentName, useProcessName } from '../../app/names.ts';
import { Age, Ago, Status, StatusShape } from '../../parts/index.ts';
import type { LoomCell } from './loom.ts';
import styles from './loom.module.css';
import { texts } from './texts.ts';

interface LoomCrossingProps {
  readonly cell: LoomCell;
  readonly division: string | undefined;
}

/** Where a process crosses a department: how many lie there, for how long the oldest, and which share of them nobody has in hand. */
export const LoomCrossing = memo(function LoomCrossing({ cell, division }: LoomCrossingProps) {
  const say = texts.use();
  const { process, department, count, oldestSince, tone, stalled, waitingShare } = cell;
  const [processName, departmentName] = [useProcessName(), useDepartmentName()];
  if (count === 0 || oldestSince === undefined) {
    return (
      <span className={styles['nothing']} title={say('loom.nothing')}>
        ·
      </span>
    );
  }
  const query = new URLSearchParams({ process, department, status: 'open', ...(division !== undefined && { division }) });
  return (
    <PreviewCard.Root>
      <PreviewCard.Trigger delay={300} render={<Link to={`/cases?${query.toString()}`} />} className={clsx(styles['cell'], styles[tone])}>
        <span className="unseen">{say('loom.cell', { process: processName(process), department: departmentName(department) })}</span>
        <span translate="no">{count}</span>
        {tone !== 'usual' && <StatusShape name={tone} />}
        <span className={styles['age']}>
          <Ago since={oldestSince} />
        </span>
        {stalled > 0 && <span className="unseen">{say('loom.cellStalled', { count: stalled })}</span>}
        {tone === 'late' && <span className="unseen">{say('loom.cellLate')}</span>}
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ width: `${100 * waitingShare}%` }} />
        </span>
      </PreviewCard.Trigger>
      <PreviewCard.Portal>
        <PreviewCard.Positioner sideOffset={4} className={styles['positioner']}>
          <PreviewCard.Popup className={styles['card']}>
            <h3>{say('loom.oldest')}</h3>
            <ul>
              {cell.oldest.map(({ caseId, code, step, since, status }) => (
                <li key={`${caseId} ${step}`}>
                  <Link to={`/cases/${caseId}`} translate="no">
                    {code}
                  </Link>
                  <Status name={status} />
                  <Age since={since} />
                </li>
              ))}
            </ul>
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
});
