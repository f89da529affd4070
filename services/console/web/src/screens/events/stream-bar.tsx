import { ArrowUp, Pause, Play } from 'lucide-react';
import { zone } from '../../app/zone.ts';
import { Button, Status, timeOfDay } from '../../parts/index.ts';
import styles from './events.module.css';
import type { Tail, TailState } from './tail.ts';
import { texts } from './texts.ts';

interface StreamBarProps {
  readonly tail: Tail;
  readonly state: TailState;
  readonly onPause: () => void;
  readonly onGoOn: () => void;
}

/** Whether what is shown is live, what came while it was held, and the way back to it. */
export function StreamBar({ tail, state, onPause, onGoOn }: StreamBarProps) {
  const say = texts.use();
  zone.use();
  const { buffer } = tail;
  return (
    <div className={styles['bar']}>
      <span role="status">
        {state.kind === 'away' && <Status name="down">{say('state.away', { since: timeOfDay(state.since) })}</Status>}
        {state.kind === 'refused' && <Status name="failed">{say('state.refused')}</Status>}
        {state.kind === 'loading' && <Status name="waiting">{say('state.loading')}</Status>}
        {state.kind === 'live' && (
          <Status name={buffer.isHeld ? 'paused' : 'up'}>{buffer.isHeld ? say('state.held') : say('state.live')}</Status>
        )}
      </span>
      <span className={styles['controls']}>
        {buffer.waitingCount > 0 && (
          <Button look="main" icon={<ArrowUp size={14} aria-hidden="true" />} onClick={onGoOn}>
            {say('fresh', { count: buffer.waitingCount })}
          </Button>
        )}
        {buffer.isHeld ? (
          <Button icon={<Play size={14} aria-hidden="true" />} onClick={onGoOn}>
            {say('resume')}
          </Button>
        ) : (
          <Button icon={<Pause size={14} aria-hidden="true" />} onClick={onPause}>
            {say('pause')}
          </Button>
        )}
      </span>
    </div>
  );
}
