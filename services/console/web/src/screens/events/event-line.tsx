import { memo } from 'react';
import { Link } from 'react-router';
import type { CloudEvent } from '../../api/index.ts';
import { useEventTypeName } from '../../app/event-types.ts';
import { useDepartmentName, useProcessName } from '../../app/names.ts';
import { zone } from '../../app/zone.ts';
import { absolute } from '../../parts/index.ts';
import styles from './events.module.css';
import { factsOf } from './facts.ts';

/** The cells of one event. Drawn once: a row that only moves down keeps them. */
export const EventLine = memo(function EventLine({ event }: { readonly event: CloudEvent }) {
  const typeName = useEventTypeName();
  const departmentName = useDepartmentName();
  const processName = useProcessName();
  zone.use();
  const { time, type, subject, process, department, source, agency } = event;
  const by = agency ?? department ?? source;
  const at = absolute(time, 'millisecond');
  return (
    <>
      <div role="cell" translate="no">
        {/* All but the year: it is on hover, and in the event that is opened. */}
        <time dateTime={time} title={at}>
          {at.slice(5)}
        </time>
      </div>
      <div role="cell" translate="no" title={type}>
        {typeName(type)}
      </div>
      <div role="cell" translate="no">
        {process !== undefined && (
          <Link to={`/cases/${subject}`} title={subject} onClick={(click) => click.stopPropagation()}>
            <code>
              {subject.slice(0, 8)}…{subject.slice(-4)}
            </code>
          </Link>
        )}
      </div>
      <div role="cell" translate="no" title={process}>
        {process !== undefined && processName(process)}
      </div>
      <div role="cell" translate="no" title={by}>
        {departmentName(by)}
      </div>
      <div role="cell" translate="no" className={styles['facts']}>
        {factsOf(event).map(([name, value]) => (
          <span key={name}>
            <span className={styles['name']}>{name}</span> {value}
          </span>
        ))}
      </div>
    </>
  );
});
