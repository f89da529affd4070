import clsx from 'clsx';
import { useNow } from '../clock.ts';
import { partsTexts } from '../parts-texts.ts';
import { StatusShape, toneOf } from '../status.tsx';
import { duration } from '../times.ts';
import type { FlowStep } from './definition.ts';
import { fitText } from './fit-text.ts';
import lanesStyles from './lanes.module.css';
import { BOX } from './layout.ts';
import { type StepState, titleOfStep, useLimitWords, useStepSentence } from './step-names.ts';
import { swimlaneTexts } from './swimlane-texts.ts';
import styles from './swimlane.module.css';

/** Pixels between the edge of a box and its words. */
const INSET = 10;
const ROOM = BOX.width - 2 * INSET;

export interface StepBoxProps {
  readonly step: FlowStep;
  readonly state: StepState | undefined;
  readonly x: number;
  readonly y: number;
  readonly isLit: boolean;
  readonly onHover: ((step: string | undefined) => void) | undefined;
}

/** A step: its title, and how it stands in a case, or how and within which time it is done in every case. */
export function StepBox({ step, state, x, y, isLit, onHover }: StepBoxProps) {
  const sentence = useStepSentence();
  const limitWords = useLimitWords();
  const now = useNow();
  const name = sentence(step, state, now);
  const lines = fitText(titleOfStep(step), ROOM, 13, 2);
  const hover = (): void => onHover?.(step.name);
  const leave = (): void => onHover?.(undefined);
  return (
    <g
      role="img"
      aria-label={name}
      tabIndex={0}
      transform={`translate(${x} ${y})`}
      className={clsx(styles['step'], isLit && styles['lit'], state && [styles[kindOf(state)], lanesStyles[toneOf(state.status)]])}
      onMouseEnter={hover}
      onMouseLeave={leave}
      onFocus={hover}
      onBlur={leave}
    >
      <title>{[name, ...limitWords(step.limit)].join('\n')}</title>
      <rect width={BOX.width} height={BOX.height} rx="4" className={styles['box']} />
      {state && kindOf(state) === 'undone' && (
        <rect x="3" y="3" width={BOX.width - 6} height={BOX.height - 6} rx="2" className={styles['inner']} />
      )}
      {state && kindOf(state) === 'now' && <circle cx={BOX.width} r="7" className={styles['token']} />}
      <text className={styles['title']}>
        {lines.map((line, index) => (
          <tspan key={line} x={INSET} y={lines.length === 1 ? 21 : 16 + 14 * index}>
            {line}
          </tspan>
        ))}
      </text>
      <g transform={`translate(${INSET} ${lines.length === 1 ? 41 : 45})`}>
        {' '}
        {state ? <StateLine state={state} now={now} /> : <FactsLine step={step} />}
      </g>
    </g>
  );
}

function StateLine({ state, now }: { readonly state: StepState; readonly now: number }) {
  const say = partsTexts.use();
  const age = state.isOpen && state.since !== undefined ? ` · ${duration(Math.max(0, (now - Date.parse(state.since)) / 1000))}` : '';
  return (
    <g transform="translate(0 -9)">
      <StatusShape name={state.status} />
      <text x="15" y="9" className={styles['said']}>
        {fitText(`${say(`status.${state.status}`)}${age}`, ROOM - 15, 12)[0]}
      </text>
    </g>
  );
}

function FactsLine({ step }: { readonly step: FlowStep }) {
  const say = swimlaneTexts.use();
  const limitWords = useLimitWords();
  // There is room for one: the promise, which is the nearer.
  const { promised, statutory } = step.limit;
  const limit = promised === undefined ? { ...(statutory !== undefined && { statutory }) } : { promised };
  return <text className={styles['facts']}>{fitText([say(`mode.${step.mode}`), ...limitWords(limit)].join(' · '), ROOM, 12)[0]}</text>;
}

/** What a box looks like besides its colour and its words. */
function kindOf({ status, isOpen }: StepState): 'now' | 'skipped' | 'undone' | 'untouched' | 'done' {
  if (isOpen) return 'now';
  if (status === 'skipped') return 'skipped';
  if (status === 'compensated') return 'undone';
  return status === 'waiting' ? 'untouched' : 'done';
}
