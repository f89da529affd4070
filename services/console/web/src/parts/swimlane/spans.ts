import type { FlowStep } from './definition.ts';

/** What went on in a stretch of time. `held`: it had failed, and waited for somebody who mends it. */
export type SpanKind = 'waiting' | 'working' | 'suspended' | 'held' | 'compensating';

/** A stretch of time of one step; milliseconds since 1970. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
  /** It goes on: `to` is now. */
  readonly isOpen: boolean;
}

/** What is read of an event of a case. */
export interface TimedEvent {
  readonly type: string;
  readonly at: string;
  readonly step?: string | undefined;
}

/**
 * How the time of each step was spent, by its events. From the asking on software works, while an officer's item waits until one takes it
 * in hand. What is not over goes on until `now`, or until the case was closed.
 * @param suspended the steps whose clock stands still now
 */
export function spansOf(
  steps: readonly Pick<FlowStep, 'name' | 'mode'>[],
  events: readonly TimedEvent[],
  now: number,
  suspended: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, readonly Span[]> {
  const closed = events.find(({ type }) => type === 'case-closed')?.at;
  const end = closed === undefined ? now : Date.parse(closed);
  return new Map(
    steps.map(({ name, mode }) => {
      const spans: Span[] = [];
      let open: { readonly kind: SpanKind; readonly from: number } | undefined;
      for (const event of events) {
        if (event.step !== name) continue;
        const begins = beginningOf(event.type, mode);
        if (begins === 'nothing') continue;
        const at = Date.parse(event.at);
        if (open) spans.push({ ...open, to: at, isOpen: false });
        open = begins && { kind: begins, from: at };
      }
      if (open) {
        const kind = suspended.has(name) ? 'suspended' : open.kind;
        spans.push({ kind, from: open.from, to: Math.max(open.from, end), isOpen: closed === undefined });
      }
      return [name, spans];
    }),
  );
}

/** What begins with an event: a stretch, none (the step is over), or nothing changes by it. */
function beginningOf(type: string, mode: FlowStep['mode']): SpanKind | undefined | 'nothing' {
  switch (type) {
    case 'step-requested':
      return mode === 'officer' ? 'waiting' : 'working';
    case 'step-started':
      return 'working';
    case 'step-failed':
      return 'held';
    case 'step-compensation-requested':
      return 'compensating';
    case 'step-completed':
    case 'step-refused':
    case 'step-recalled':
    case 'step-compensated':
      return undefined;
    default:
      return 'nothing';
  }
}
