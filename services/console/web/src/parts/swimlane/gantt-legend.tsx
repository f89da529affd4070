import styles from './case-gantt.module.css';
import type { SpanKind } from './spans.ts';
import { swimlaneTexts } from './swimlane-texts.ts';

/** What the bars mean, of those kinds that there are. */
export function GanttLegend({ hatch, kinds }: { readonly hatch: string; readonly kinds: ReadonlySet<SpanKind> }) {
  const say = swimlaneTexts.use();
  const shown = (['waiting', 'working', 'suspended', 'held', 'compensating'] as const).filter((kind) => kinds.has(kind));
  return (
    <ul className={styles['legend']}>
      {shown.map((kind) => (
        <li key={kind}>
          <svg width="18" height="12" aria-hidden="true">
            <rect
              x="0.5"
              y="0.5"
              width="17"
              height="11"
              className={styles[`bar-${kind}`]}
              fill={kind === 'suspended' || kind === 'held' ? `url(#${hatch}-${kind})` : undefined}
            />
          </svg>
          {say(`span.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
