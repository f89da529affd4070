import clsx from 'clsx';
import type { CaseEvent } from '../../../api/index.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { absolute, Empty, type StatusName, StatusShape } from '../../../parts/index.ts';
import { type FlowDefinition, titleOfStep } from '../../../parts/swimlane/index.ts';
import { texts } from '../texts.ts';
import { type Caused, causesOf } from './causes.ts';
import { useEventWord } from './event-word.ts';
import styles from './events-tab.module.css';

/** Causes to the left of which nothing is gained by another step to the right. */
const DEEPEST = 12;

export interface EventsTabProps {
  readonly events: readonly CaseEvent[];
  readonly definition: FlowDefinition;
  readonly hovered: string | undefined;
  readonly onHover: (step: string | undefined) => void;
}

/** Everything that happened, in order, effects to the right of their causes; each opens to what it holds. */
export function EventsTab({ events, definition, hovered, onHover }: EventsTabProps) {
  const say = texts.use();
  const steps = new Map(definition.steps.map((step) => [step.name, step]));
  if (events.length === 0) return <Empty title={say('case.events.none')} />;
  return (
    <div className={styles['events']}>
      <div className={clsx(styles['line'], styles['head'])} aria-hidden="true">
        <span>{say('case.events.number')}</span>
        <span>{say('case.events.time')}</span>
        <span>{say('case.events.what')}</span>
        <span>{say('case.events.step')}</span>
        <span>{say('case.events.who')}</span>
      </div>
      <ol>
        {causesOf(events).map((caused) => {
          const step = steps.get(caused.event.step ?? '');
          return (
            <EventLine
              key={caused.event.sequence}
              caused={caused}
              step={step ? titleOfStep(step) : caused.event.step}
              department={step?.department}
              isLit={hovered !== undefined && hovered === caused.event.step}
              onHover={onHover}
            />
          );
        })}
      </ol>
    </div>
  );
}

interface EventLineProps {
  readonly caused: Caused<CaseEvent>;
  readonly step: string | undefined;
  readonly department: string | undefined;
  readonly isLit: boolean;
  readonly onHover: (step: string | undefined) => void;
}

function EventLine({ caused: { event, cause, depth }, step, department, isLit, onHover }: EventLineProps) {
  const say = texts.use();
  const wordOf = useEventWord();
  const departmentName = useDepartmentName();
  const { actor, causationId } = event;
  return (
    <li
      id={`event-${event.sequence}`}
      className={clsx(isLit && styles['lit'])}
      onMouseEnter={() => onHover(event.step)}
      onMouseLeave={() => onHover(undefined)}
    >
      <details>
        <summary className={styles['line']}>
          <span translate="no">{event.sequence}</span>
          <time dateTime={event.at} translate="no">
            {absolute(event.at, 'millisecond')}
          </time>
          <span className={styles['what']} style={{ paddingInlineStart: Math.min(depth, DEEPEST) * 16 }}>
            {depth > 0 && (
              <span className={styles['branch']} aria-hidden="true">
                └
              </span>
            )}
            <StatusShape name={shapes[event.type] ?? 'running'} /> {wordOf(event.type)}
            {cause !== undefined && <span className={styles['cause']}>{say('case.events.because', { cause })}</span>}
          </span>
          <span translate="no">{step !== undefined && `${step}${department === undefined ? '' : ` · ${departmentName(department)}`}`}</span>
          <span translate="no">
            {actor.department === undefined || actor.department === actor.id
              ? departmentName(actor.id)
              : `${actor.id} · ${departmentName(actor.department)}`}
          </span>
        </summary>
        <dl className={styles['more']}>
          {causationId !== undefined && (
            <div>
              <dt>{say('case.events.message')}</dt>
              <dd>
                <code translate="no">{causationId}</code>
              </dd>
            </div>
          )}
          <div>
            <dt>{say('case.events.data')}</dt>
            <dd>
              <pre translate="no">{JSON.stringify(event.data, null, 2)}</pre>
            </dd>
          </div>
        </dl>
      </details>
    </li>
  );
}

/** What has become of what an event is about. */
const shapes: Readonly<Record<string, StatusName>> = {
  'case-opened': 'running',
  'step-requested': 'requested',
  'step-started': 'in-progress',
  'step-completed': 'completed',
  'step-refused': 'refused',
  'step-failed': 'failed',
  'step-skipped': 'skipped',
  'step-recall-requested': 'recalled',
  'step-recalled': 'recalled',
  'step-recall-declined': 'running',
  'step-compensation-requested': 'compensating',
  'step-compensated': 'compensated',
  'case-stalled': 'stalled',
  'case-resumed': 'running',
  'case-closed': 'closed',
  ignored: 'skipped',
};
