import { zone } from '../../app/zone.ts';
import { Field } from '../../parts/index.ts';
import { texts } from './texts.ts';
import { instantIn } from './instant-in.ts';

interface MomentFieldProps {
  readonly label: string;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** Told an instant (RFC 3339), or nothing while none is written. */
  readonly onMoment: (instant: string | undefined) => void;
}

/** A date and a time of day, in the zone that the page shows times in. */
export function MomentField({ label, error, onMoment }: MomentFieldProps) {
  const say = texts.use();
  const now = zone.use();
  return (
    <Field label={label} hint={say('replay.zone', { zone: now })} error={error}>
      <input
        type="datetime-local"
        step={1}
        onChange={({ target }) => onMoment(target.value === '' ? undefined : instantIn(target.value, now))}
      />
    </Field>
  );
}
