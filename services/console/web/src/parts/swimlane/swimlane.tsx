import clsx from 'clsx';
import { useId, useMemo, useRef } from 'react';
import { useNow } from '../clock.ts';
import type { FlowDefinition } from './definition.ts';
import { LaneLabels } from './lane-labels.tsx';
import { layout } from './layout.ts';
import lanesStyles from './lanes.module.css';
import { type StepState, titleOfStep, useStepSentence } from './step-names.ts';
import { StepBox } from './step-box.tsx';
import { swimlaneTexts } from './swimlane-texts.ts';
import styles from './swimlane.module.css';
import { useWidth } from './use-width.ts';

export interface SwimlaneProps {
  readonly definition: FlowDefinition;
  /** How each step stands in a case; none for the process as such. */
  readonly states?: Readonly<Record<string, StepState>>;
  /** The step that is lit up, here and wherever else it is drawn. */
  readonly hovered?: string | undefined;
  readonly onHover?: (step: string | undefined) => void;
}

/** The order of a process: a lane for each department, boxes for steps, arrows for `after`, and tokens where a case is now. */
export function Swimlane({ definition, states, hovered, onHover }: SwimlaneProps) {
  const say = swimlaneTexts.use();
  const head = useId();
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  const drawn = useMemo(() => layout(definition.steps, room), [definition, room]);
  const steps = new Map(definition.steps.map((step) => [step.name, step]));
  return (
    <div>
      <div className={lanesStyles['picture']}>
        <LaneLabels lanes={drawn.lanes} />
        <div ref={place} className={lanesStyles['scroll']} translate="no">
          <svg
            className={lanesStyles['drawing']}
            width={Math.max(drawn.width, room)}
            height={drawn.height}
            role="group"
            aria-label={say('order')}
          >
            <defs>
              <marker
                id={head}
                viewBox="0 0 8 8"
                refX="8"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0 8 4 0 8z" className={styles['head']} />
              </marker>
            </defs>
            {drawn.lanes.slice(1).map(({ department, y }) => (
              <line key={department} x1="0" x2="100%" y1={y} y2={y} className={lanesStyles['rule']} />
            ))}
            {drawn.arrows.map(({ from, to, points }) => (
              <polyline
                key={`${from} ${to}`}
                points={points.map((point) => point.join(',')).join(' ')}
                markerEnd={`url(#${head})`}
                className={clsx(styles['arrow'], hovered !== undefined && (hovered === from || hovered === to) && styles['lit'])}
              />
            ))}
            {drawn.boxes.map(({ step: name, x, y }) => {
              const step = steps.get(name);
              return (
                step && <StepBox key={name} step={step} state={states?.[name]} x={x} y={y} isLit={hovered === name} onHover={onHover} />
              );
            })}
          </svg>
        </div>
      </div>
      <StepList definition={definition} states={states} />
    </div>
  );
}

/** The same order for those who hear the page: each step, how it stands, and behind which it comes. */
function StepList({ definition, states }: Pick<SwimlaneProps, 'definition'> & { readonly states: SwimlaneProps['states'] }) {
  const say = swimlaneTexts.use();
  const sentence = useStepSentence();
  const now = useNow();
  const titles = new Map(definition.steps.map((step) => [step.name, titleOfStep(step)]));
  return (
    <ol className="unseen" aria-label={say('order')}>
      {definition.steps.map((step) => (
        <li key={step.name} translate="no">
          {sentence(step, states?.[step.name], now)}
          {' · '}
          {step.after.length === 0 ? say('first') : say('after', { steps: step.after.map((each) => titles.get(each) ?? each).join('、') })}
        </li>
      ))}
    </ol>
  );
}
