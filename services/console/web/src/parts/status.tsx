import clsx from 'clsx';
import type { ReactNode } from 'react';
import { partsTexts } from './parts-texts.ts';
import styles from './status.module.css';

type Shape = 'dot' | 'half' | 'triangle' | 'square' | 'check' | 'cross' | 'back' | 'ring';
type Tone = 'running' | 'suspended' | 'late' | 'stalled' | 'granted' | 'refused' | 'compensating' | 'waiting';

/** Every status that anything here can have: its shape and its colour, once. Its word is in the texts, under the same name. */
const statuses = {
  waiting: ['ring', 'waiting'],
  requested: ['dot', 'running'],
  'in-progress': ['dot', 'running'],
  running: ['dot', 'running'],
  suspended: ['half', 'suspended'],
  stalled: ['square', 'stalled'],
  late: ['triangle', 'late'],
  compensating: ['back', 'compensating'],
  compensated: ['back', 'compensating'],
  completed: ['check', 'granted'],
  granted: ['check', 'granted'],
  refused: ['cross', 'refused'],
  withdrawn: ['cross', 'waiting'],
  cancelled: ['cross', 'waiting'],
  closed: ['check', 'waiting'],
  failed: ['square', 'stalled'],
  skipped: ['ring', 'waiting'],
  recalled: ['back', 'waiting'],
  claimed: ['dot', 'running'],
  redriven: ['check', 'granted'],
  discarded: ['cross', 'waiting'],
  up: ['dot', 'granted'],
  degraded: ['triangle', 'late'],
  slow: ['triangle', 'late'],
  down: ['square', 'stalled'],
  active: ['dot', 'granted'],
  unverified: ['half', 'suspended'],
  paused: ['half', 'suspended'],
  disabled: ['square', 'stalled'],
  ended: ['ring', 'waiting'],
  pending: ['ring', 'waiting'],
  delivered: ['check', 'granted'],
  delivering: ['dot', 'running'],
} as const satisfies Record<string, readonly [Shape, Tone]>;

export type StatusName = keyof typeof statuses;

/** The colour of a status, for diagrams. */
export function toneOf(name: StatusName): Tone {
  return statuses[name][1];
}

/** A status: its shape and its word, in its colour. */
export function Status({ name, children }: { readonly name: StatusName; readonly children?: ReactNode }) {
  const say = partsTexts.use();
  return (
    <span className={clsx(styles['status'], styles[toneOf(name)])}>
      <StatusShape name={name} />
      {children ?? say(`status.${name}`)}
    </span>
  );
}

/** The shape alone, 10 px unless told, where the word stands beside it already. */
export function StatusShape({ name, size = 10 }: { readonly name: StatusName; readonly size?: number }) {
  const [shape, tone] = statuses[name];
  return (
    <svg className={styles[tone]} width={size} height={size} viewBox="0 0 10 10" aria-hidden="true">
      {shapes[shape]}
    </svg>
  );
}

const shapes: Readonly<Record<Shape, ReactNode>> = {
  dot: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  half: (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M5 .8 9.6 9.2H.4z" fill="currentColor" />,
  square: <rect x="1" y="1" width="8" height="8" fill="currentColor" />,
  check: <path d="m1.2 5.4 2.6 2.8 5-6.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  cross: <path d="m1.5 1.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  back: <path d="M4 .8 1.4 3.4 4 6M1.6 3.4h4.2a2.8 2.8 0 0 1 0 5.6H3" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  ring: <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};
