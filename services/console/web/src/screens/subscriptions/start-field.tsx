import { Field } from '../../parts/index.ts';
import { MomentField } from './moment-field.tsx';
import { texts } from './texts.ts';

/** Where a new subscription begins: with what happens from now on, at a moment, or with the oldest event that is kept. */
export interface Start {
  readonly from: 'now' | 'time' | 'oldest';
  /** Of `time`: an instant (RFC 3339), once it is said. */
  readonly time?: string | undefined;
}

const starts = ['now', 'time', 'oldest'] as const satisfies readonly Start['from'][];

/** Before anything that a log could keep. */
const EVER = '1970-01-01T00:00:00.000Z';

/** As the hub is asked for it; undefined while the moment is still to be said. */
export function startOf(start: Start): 'now' | { readonly time: string } | undefined {
  if (start.from === 'now') return 'now';
  if (start.from === 'oldest') return { time: EVER };
  return start.time === undefined ? undefined : { time: start.time };
}

/** Asks where a subscription is to begin. */
export function StartField({ start, onStart }: { readonly start: Start; readonly onStart: (start: Start) => void }) {
  const say = texts.use();
  return (
    <>
      <Field label={say('start.label')} hint={say(`start.means.${start.from}`)}>
        <select value={start.from} onChange={({ target }) => onStart({ from: starts.find((each) => each === target.value) ?? 'now' })}>
          {starts.map((each) => (
            <option key={each} value={each}>
              {say(`start.from.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {start.from === 'time' && <MomentField label={say('start.time')} onMoment={(time) => onStart({ from: 'time', time })} />}
    </>
  );
}
