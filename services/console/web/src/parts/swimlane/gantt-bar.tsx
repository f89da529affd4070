import clsx from 'clsx';
import { absolute, duration } from '../times.ts';
import { type Domain, placeOf } from './axis.ts';
import styles from './case-gantt.module.css';
import type { FlowStep } from './definition.ts';
import type { Limit } from './limits.ts';
import type { Span } from './spans.ts';
import { titleOfStep, useLimitWords } from './step-names.ts';
import { swimlaneTexts } from './swimlane-texts.ts';

export interface GanttBarProps {
  readonly step: FlowStep;
  readonly y: number;
  readonly height: number;
  readonly domain: Domain;
  readonly spans: readonly Span[];
  readonly limits: readonly Limit[];
  /** How the ids of the patterns begin. */
  readonly hatch: string;
  readonly isLit: boolean;
  readonly onHover: ((step: string | undefined) => void) | undefined;
}

const THICK = 12;

/** The time of one step: a bar for each stretch, and a mark where a limit falls. */
export function GanttBar({ step, y, height, domain, spans, limits, hatch, isLit, onHover }: GanttBarProps) {
  const say = swimlaneTexts.use();
  const limitWords = useLimitWords();
  const said = spans
    .map(({ kind, from, to }) => say('barSpan', { kind: say(`span.${kind}`), age: duration((to - from) / 1000) }))
    .join('，');
  const top = (height - THICK) / 2;
  return (
    <g
      role="img"
      aria-label={say('bar', { title: titleOfStep(step), spans: said || say('untouched') })}
      transform={`translate(0 ${y})`}
      className={clsx(styles['row'], isLit && styles['lit'])}
      onMouseEnter={() => onHover?.(step.name)}
      onMouseLeave={() => onHover?.(undefined)}
    >
      <rect width="100%" height={height} className={styles['ground']} />
      {spans.map(({ kind, from, to }) => (
        <rect
          key={from}
          x={`${placeOf(domain, from)}%`}
          y={top}
          height={THICK}
          // However short it was, it is seen.
          style={{ width: `max(2px, ${placeOf(domain, to) - placeOf(domain, from)}%)` }}
          className={styles[`bar-${kind}`]}
          fill={kind === 'suspended' || kind === 'held' ? `url(#${hatch}-${kind})` : undefined}
        >
          <title>{`${say('barSpan', { kind: say(`span.${kind}`), age: duration((to - from) / 1000) })} · ${absolute(from, 'millisecond')}`}</title>
        </rect>
      ))}
      {limits.map(({ kind, at, span }) =>
        at === undefined || at > domain.to ? null : (
          <svg key={kind} x={`${placeOf(domain, at)}%`} overflow="visible">
            <path d={`M0 2V${height - 2}M-4 ${height - 2}h8l-4-7z`} className={styles['limit']} />
            <title>{`${limitWords({ [kind]: span }).join('')} · ${absolute(at)}`}</title>
          </svg>
        ),
      )}
    </g>
  );
}
