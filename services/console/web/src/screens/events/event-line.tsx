import { memo, useMemo } from 'react';
import { Link } from 'react-router';
import type { CloudEvent } from '../../api/index.ts';
import { useItemWords } from '../../app/data-items.ts';
import { useEventTypeName, useEventTypes } from '../../app/event-types.ts';
import { useDepartmentName, useProcesses, useProcessName } from '../../app/names.ts';
import { zone } from '../../app/zone.ts';
import { absolute, partsTexts } from '../../parts/index.ts';
import { shortened } from '../../parts/shortened.ts';
import { itemAt } from '../../parts/schema-form/titled.ts';
import { titleOfStep, useSteps } from '../../parts/swimlane/index.ts';
import { defineTexts } from '../../texts/index.ts';
import styles from './events.module.css';
import { factsOf, type FactWords, worded } from './facts.ts';

const factTexts = defineTexts('event-facts', {
  zh: { asks_one: '请求步骤 {{count}} 个', asks_other: '请求步骤 {{count}} 个' },
  en: { asks_one: 'asks for {{count}} step', asks_other: 'asks for {{count}} steps' },
});

/** How a line says what it has only ids of, and in which zone its time. Another object when any of that has changed. */
export interface LineWords {
  readonly typeName: (type: string) => string;
  readonly departmentName: (id: string) => string;
  readonly processName: (id: string) => string;
  readonly factWords: (event: CloudEvent) => FactWords;
  readonly zone: string;
}

/** The words of all lines, asked for once: dozens of lines come and go several times a second. */
export function useLineWords(): LineWords {
  const [typeName, departmentName, processName] = [useEventTypeName(), useDepartmentName(), useProcessName()];
  const factWords = useFactWords();
  const zoneNow = zone.use();
  return useMemo(
    () => ({ typeName, departmentName, processName, factWords, zone: zoneNow }),
    [typeName, departmentName, processName, factWords, zoneNow],
  );
}

const outcomes = ['granted', 'refused', 'withdrawn', 'cancelled'] as const;

/** Fields by the data items that the schema of the event's type names, steps by the definition of the version that the case follows. */
function useFactWords(): LineWords['factWords'] {
  const [say, sayPart, { titleOf }] = [factTexts.use(), partsTexts.use(), useItemWords()];
  const { data: types } = useEventTypes();
  const { data: processes } = useProcesses();
  // As new cases follow them; a step of an older version is said by its name.
  const stepOf = useSteps((processes ?? []).flatMap(({ process, version }) => (version === undefined ? [] : [{ process, version }])));
  return useMemo(() => {
    const schemas = new Map(types?.map(({ type, schema }) => [type, schema]));
    return ({ type, process, processversion }) => ({
      titleOf: (name) => titleOf(name === 'step' ? 'case.step' : itemAt(schemas.get(type), [name])),
      stepTitle: (name) => {
        const step = process === undefined || processversion === undefined ? undefined : stepOf(process, processversion, name);
        return step && titleOfStep(step);
      },
      outcomeWord: (outcome) => {
        const known = outcomes.find((each) => each === outcome);
        return known && sayPart(`status.${known}`);
      },
      asks: (count) => say('asks', { count }),
    });
  }, [say, sayPart, titleOf, types, stepOf]);
}

interface EventLineProps {
  readonly event: CloudEvent;
  readonly words: LineWords;
}

/** The cells of one event. Drawn once: a row that shows the same event as before keeps them. */
export const EventLine = memo(function EventLine({ event, words: { typeName, departmentName, processName, factWords } }: EventLineProps) {
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
            <code>{shortened(subject)}</code>
          </Link>
        )}
      </div>
      <div role="cell" translate="no" title={process}>
        {process !== undefined && processName(process)}
      </div>
      <div role="cell" translate="no" title={by}>
        {departmentName(by)}
      </div>
      <Facts event={event} words={factWords(event)} />
    </>
  );
});

function Facts({ event, words }: { readonly event: CloudEvent; readonly words: FactWords }) {
  return (
    <div role="cell" className={styles['facts']}>
      {factsOf(event).map((fact) => {
        const { title, isRaw, value } = worded(fact, words);
        return (
          <span key={fact.name}>
            <span className={styles['name']} translate={isRaw ? 'no' : undefined}>
              {title}
            </span>{' '}
            <span translate="no" title={'value' in fact ? fact.value : undefined}>
              {value}
            </span>
          </span>
        );
      })}
    </div>
  );
}
