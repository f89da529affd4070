import { zone } from '../app/zone.ts';
import { useNow } from './clock.ts';
import { absolute, duration, type Precision } from './times.ts';
import { Tip } from './tip.tsx';

/** An instant; how long ago it was is said when one rests on it. */
export function Time({ at, precision = 'second' }: { readonly at: string; readonly precision?: Precision }) {
  zone.use();
  return (
    <Tip text={<Ago since={at} />}>
      <time dateTime={at} translate="no">
        {absolute(at, precision)}
      </time>
    </Tip>
  );
}

/** How long ago something was, counted on second by second; the instant is said when one rests on it. */
export function Age({ since }: { readonly since: string }) {
  zone.use();
  return (
    <Tip text={<span translate="no">{absolute(since, 'millisecond')}</span>}>
      <time dateTime={since} translate="no">
        <Ago since={since} />
      </time>
    </Tip>
  );
}

/** The same without the instant: where something else is said when one rests on it. */
export function Ago({ since }: { readonly since: string }) {
  const now = useNow();
  return <span translate="no">{duration(Math.max(0, (now - Date.parse(since)) / 1000))}</span>;
}
