import { memo, useMemo } from 'react';
import { Link } from 'react-router';
import type { CloudEvent } from '../../api/index.ts';
import { useEventTypeName } from '../../app/event-types.ts';
import { useDepartmentName, useProcessName } from '../../app/names.ts';
import { zone } from '../../app/zone.ts';
import { absolute } from '../../parts/index.ts';
import styles from './events.module.css';
import { factsOf } from './facts.ts';

/** How a line says what it has only ids of, and in which zone its time. Another object when any of that has changed. */
export interface LineWords {
  readonly typeName: (type: string) => string;
  readonly departmentName: (id: string) => string;
  readonly processName: (id: string) => string;
  readonly zone: string;
}

/** The words of all lines, asked for once: dozens of lines come and go several times a second. */
export function useLineWords(): LineWords {
  const [typeName, departmentName, processName] = [useEventTypeName(), useDepartmentName(), useProcessName()];
  const zoneNow = zone.use();
  return useMemo(() => ({ typeName, departmentName, processName, zone: zoneNow }), [typeName, departmentName, processName, zoneNow]);
}

interface EventLineProps {
  readonly event: CloudEvent;
  readonly words: LineWords;
}

/** The cells of one event. Drawn once: a row that shows the same event as before keeps them. */
export const EventLine = memo(function EventLine({ event, words: { typeName, departmentName, processName } }: EventLineProps) {
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
