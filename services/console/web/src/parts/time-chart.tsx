import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { theme } from '../app/theme.ts';
import { zone } from '../app/zone.ts';
import styles from './time-chart.module.css';
import { timeOfDay } from './times.ts';

export interface Series {
  readonly title: string;
  /** A token of the look: `--granted`. */
  readonly colour: `--${string}`;
  /** One a time; `null` where nothing is known. */
  readonly values: readonly (number | null)[];
}

export interface TimeChartProps {
  readonly title: string;
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly series: readonly Series[];
  /** Pixels; default 120. */
  readonly height?: number;
}

/** Lines over time, drawn on a canvas: their figures have to stand elsewhere too, for those who cannot see them. */
export function TimeChart({ title, times, series, height = 120 }: TimeChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot>(undefined);
  const look = `${theme.use()} ${zone.use()} ${series.map((each) => each.title).join()}`;
  const data = [times, ...series.map(({ values }) => values)] as unknown as UPlot.AlignedData;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const made = new UPlot(optionsOf(element, series, height), data, element);
    chart.current = made;
    const observer = new ResizeObserver(([entry]) => entry && made.setSize({ width: entry.contentRect.width, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [look, height]);

  useEffect(() => chart.current?.setData(data));

  return (
    <figure className={styles['chart']}>
      <figcaption>
        {title}
        {series.map((each) => (
          <span key={each.title} className={styles['key']}>
            <i style={{ background: `var(${each.colour})` }} /> {each.title}
          </span>
        ))}
      </figcaption>
      <div ref={place} aria-hidden="true" />
    </figure>
  );
}

function optionsOf(element: HTMLElement, series: readonly Series[], height: number): UPlot.Options {
  const colourOf = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name);
  const axis = {
    stroke: colourOf('--ink-2'),
    font: '12px system-ui',
    grid: { stroke: colourOf('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] } },
    axes: [
      { ...axis, size: 24, values: (_, splits) => splits.map((at) => timeOfDay(at * 1000, 'minute')) },
      { ...axis, size: 48 },
    ],
    series: [{}, ...series.map(({ colour }) => ({ stroke: colourOf(colour), width: 2, points: { size: 5, fill: colourOf(colour) } }))],
  };
}
