import clsx from 'clsx';
import { useId } from 'react';
import { useNow } from '../clock.ts';
import { duration, timeOfDay } from '../times.ts';
import { domainOf, placeOf, ticksOf } from './axis.ts';
import styles from './case-gantt.module.css';
import type { FlowDefinition, FlowStep } from './definition.ts';
import { GanttBar } from './gantt-bar.tsx';
import { GanttLegend } from './gantt-legend.tsx';
import { LaneLabels } from './lane-labels.tsx';
import lanesStyles from './lanes.module.css';
import { type Limit, limitsFrom } from './limits.ts';
import { type Span, spansOf, type TimedEvent } from './spans.ts';
import { titleOfStep } from './step-names.ts';
import { swimlaneTexts } from './swimlane-texts.ts';

/** Pixels. */
const ROW = 26;
const AXIS = 22;
/** Per cent of the width, beyond which a time has no room any more. */
const LAST_TIME = 92;

/** Times are data, and no texts of ours. The types of SVG do not know the attribute, but it is one of every element. */
const data = { translate: 'no' };

export interface CaseGanttProps {
  readonly definition: FlowDefinition;
  readonly openedAt: string;
  readonly closedAt?: string | undefined;
  readonly events: readonly TimedEvent[];
  /** Steps whose clock stands still now. */
  readonly suspended?: ReadonlySet<string>;
  readonly hovered?: string | undefined;
  readonly onHover?: (step: string | undefined) => void;
}

/** Where the time of a case went, over the lanes of its swimlane: waiting, working, suspended; limits; growing until it is closed. */
export function CaseGantt({ definition, openedAt, closedAt, events, suspended, hovered, onHover }: CaseGanttProps) {
  const say = swimlaneTexts.use();
  const hatch = useId();
  const second = useNow();
  // A case closes between two ticks of the clock; what happened is never in the future.
  const now = Math.max(second, ...events.slice(-1).map(({ at }) => Date.parse(at)));
  const end = closedAt === undefined ? now : Date.parse(closedAt);
  const spans = spansOf(definition.steps, events, end, suspended);
  const lanes = lanesOf(definition.steps);
  const rows = lanes.flatMap(({ steps }) => steps);
  const limits = new Map(rows.map((step) => [step.name, limitsOf(step, spans.get(step.name) ?? [])]));
  const domain = domainOf(
    Date.parse(openedAt),
    end,
    closedAt === undefined,
    [...limits.values()].flat().flatMap(({ at }) => at ?? []),
  );
  const height = rows.length * ROW;
  return (
    <div data-live={closedAt === undefined ? true : undefined}>
      <div className={clsx(lanesStyles['picture'], lanesStyles['timed'])}>
        <LaneLabels lanes={lanes.map(({ department, steps }) => ({ department, height: steps.length * ROW }))} />
        <svg className={lanesStyles['drawing']} width="100%" height={height + AXIS} role="group" aria-label={say('time')}>
          <defs>
            {(['suspended', 'held'] as const).map((kind) => (
              <pattern key={kind} id={`${hatch}-${kind}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V6" className={styles[`hatch-${kind}`]} />
              </pattern>
            ))}
          </defs>
          {ticksOf(domain).map((tick) => (
            <Tick key={tick} place={placeOf(domain, domain.from + tick)} height={height}>
              {tick === 0 ? timeOfDay(domain.from) : `+${duration(tick / 1000)}`}
            </Tick>
          ))}
          {rows.map((step, row) => (
            <GanttBar
              key={step.name}
              step={step}
              y={row * ROW}
              height={ROW}
              domain={domain}
              spans={spans.get(step.name) ?? []}
              limits={limits.get(step.name) ?? []}
              hatch={hatch}
              isLit={hovered === step.name}
              onHover={onHover}
            />
          ))}
          {lanes.slice(1).map(({ department, firstRow }) => (
            <line key={department} x1="0" x2="100%" y1={firstRow * ROW} y2={firstRow * ROW} className={lanesStyles['rule']} />
          ))}
        </svg>
        <ul className={styles['said']} translate="no">
          {lanes.flatMap(({ steps, firstRow }) =>
            steps.map((step, index) => (
              <li
                key={step.name}
                style={{ height: ROW }}
                className={clsx(index === 0 && firstRow > 0 && styles['lane'], hovered === step.name && styles['lit'])}
                onMouseEnter={() => onHover?.(step.name)}
                onMouseLeave={() => onHover?.(undefined)}
              >
                <span title={titleOfStep(step)}>{titleOfStep(step)}</span>
                <span>{lengthOf(spans.get(step.name) ?? []) ?? '–'}</span>
              </li>
            )),
          )}
        </ul>
      </div>
      <GanttLegend hatch={hatch} kinds={new Set([...spans.values()].flat().map(({ kind }) => kind))} />
    </div>
  );
}

interface TickProps {
  /** Per cent of the width. */
  readonly place: number;
  readonly height: number;
  readonly children: string;
}

/** A line across the rows, with its time under it unless that would be cut off at the end. */
function Tick({ place, height, children }: TickProps) {
  return (
    <>
      <line x1={`${place}%`} x2={`${place}%`} y2={height} className={styles['grid']} />
      {place < LAST_TIME && (
        <text x={`${place}%`} dx="3" y={height + 15} className={styles['axis']} {...data}>
          {children}
        </text>
      )}
    </>
  );
}

interface TimedLane {
  readonly department: string;
  readonly firstRow: number;
  readonly steps: readonly FlowStep[];
}

/** The same lanes as the swimlane's, in the same order, with a row for each step. */
function lanesOf(steps: readonly FlowStep[]): readonly TimedLane[] {
  let firstRow = 0;
  return [...Map.groupBy(steps, ({ department }) => department)].map(([department, own]) => {
    const lane = { department, firstRow, steps: own };
    firstRow += own.length;
    return lane;
  });
}

function limitsOf(step: FlowStep, spans: readonly Span[]): readonly Limit[] {
  const since = spans[0]?.from;
  return since === undefined ? [] : limitsFrom(step.limit, since);
}

function lengthOf(spans: readonly Span[]): string | undefined {
  return spans.length === 0 ? undefined : duration(spans.reduce((sum, { from, to }) => sum + to - from, 0) / 1000);
}
