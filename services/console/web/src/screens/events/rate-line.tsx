import { useEffect, useState } from 'react';
import styles from './events.module.css';
import type { Rate } from './rate.ts';
import { texts } from './texts.ts';

const [WIDTH, HEIGHT] = [300, 28];
/** Seconds over which the present rate is taken. */
const PRESENT = 5;

/** Events a second over the last five minutes: one bar a second, from zero to the highest, which is said; none where nothing is known. */
export function RateLine({ rate }: { readonly rate: Rate }) {
  const say = texts.use();
  const [series, setSeries] = useState(() => rate.series(Date.now()));
  useEffect(() => {
    const draw = (): void => setSeries(rate.series(Date.now()));
    draw();
    const timer = setInterval(draw, 1000);
    return () => clearInterval(timer);
  }, [rate]);
  const { counts } = series;
  const most = Math.max(0, ...counts.map((count) => count ?? 0));
  const latest = counts.slice(-PRESENT).filter((count) => count !== null);
  const now = latest.reduce((sum, count) => sum + count, 0) / Math.max(1, latest.length);
  const path = counts.map((count, second) => (count ? `M${second + 0.5} ${HEIGHT}v${-(count / most) * HEIGHT}` : '')).join('');
  const said = { now: say('rate.now', { rate: now.toFixed(now < 10 ? 1 : 0) }), most: say('rate.most', { rate: most }) };
  return (
    <figure className={styles['rate']} role="img" aria-label={`${say('rate.title')}: ${said.now}, ${said.most}`} title={say('rate.title')}>
      <figcaption>
        <span>{said.now}</span>
        <span>{said.most}</span>
      </figcaption>
      <span data-live>
        <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={path} stroke="var(--accent)" strokeWidth="1" />
          <path d={`M0 ${HEIGHT - 0.5}h${WIDTH}`} stroke="var(--line-strong)" />
        </svg>
        <small>
          <span>{say('rate.before')}</span>
          <span>{say('rate.here')}</span>
        </small>
      </span>
    </figure>
  );
}
