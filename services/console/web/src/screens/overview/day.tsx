import { memo, useMemo } from 'react';
import type { Flows } from '../../api/index.ts';
import { zone } from '../../app/zone.ts';
import { timeOfDay } from '../../parts/index.ts';
import { TimeChart } from '../../parts/time-chart.tsx';
import { hoursOfAll } from './hours.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';

/** Throughput and lead time hour by hour: as lines, and as a table for whoever reads figures rather than lines. */
export const Day = memo(function Day({ hours }: { readonly hours: Flows['hours'] | undefined }) {
  const say = texts.use();
  zone.use();
  const day = useMemo(() => hoursOfAll(hours ?? [], Date.now()), [hours]);
  const times = day.map(({ at }) => at);
  return (
    <section aria-labelledby="day">
      <h2 id="day">{say('day.title')}</h2>
      <div className={styles['columns']} data-live>
        <TimeChart
          title={say('day.throughput')}
          times={times}
          series={[
            { title: say('day.opened'), colour: '--waiting', values: day.map(({ opened }) => opened) },
            { title: say('day.closed'), colour: '--granted', values: day.map(({ closed }) => closed) },
          ]}
        />
        <TimeChart
          title={say('day.lead')}
          times={times}
          series={[
            { title: say('day.p50'), colour: '--running', values: day.map(({ p50 }) => p50) },
            { title: say('day.p90'), colour: '--late', values: day.map(({ p90 }) => p90) },
          ]}
        />
      </div>
      <details>
        <summary>{say('day.table')}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              {(['hour', 'opened', 'closed', 'p50', 'p90'] as const).map((key) => (
                <th key={key} scope="col">
                  {say(`day.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate="no">
            {day.toReversed().map(({ at, opened, closed, p50, p90 }) => (
              <tr key={at}>
                <td>{timeOfDay(at * 1000, 'minute')}</td>
                <td>{opened}</td>
                <td>{closed}</td>
                <td>{p50?.toFixed(1) ?? '–'}</td>
                <td>{p90?.toFixed(1) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
});
