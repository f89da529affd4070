import type { Case, CaseEvent } from '../../../api/index.ts';
import type { FlowDefinition, StepState } from '../../../parts/swimlane/index.ts';

type Step = Case['steps'][string];

/** A step that lies with somebody now. */
export interface Lying {
  readonly step: string;
  readonly department: string;
  /** It waits for an officer to take it in hand; one has it in hand; or software was asked, and has not answered. */
  readonly how: 'waits' | 'works' | 'asked';
  readonly since: string;
}

/** How a case stands: what would be said of it on the telephone. */
export type Standing =
  | { readonly kind: 'lies'; readonly lying: readonly Lying[]; readonly next: readonly string[] }
  | { readonly kind: 'moves' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'stalled'; readonly step?: string; readonly department?: string; readonly since: string; readonly error?: string }
  | { readonly kind: 'undoes'; readonly steps: readonly string[]; readonly refusal?: Refusing }
  | { readonly kind: 'closed'; readonly outcome: NonNullable<Case['outcome']>; readonly seconds: number; readonly refusal?: Refusing };

export interface Refusing {
  readonly step: string;
  readonly department: string;
  readonly code: string;
  readonly law?: string;
}

const UNDER_WAY: readonly Step['status'][] = ['requested', 'in-progress', 'suspended'];
const OPEN: readonly Step['status'][] = [...UNDER_WAY, 'compensating', 'failed'];

/** What a case waits for, with whom, since when, and what comes next. */
export function standingOf(shown: Case, { steps }: Pick<FlowDefinition, 'steps'>): Standing {
  const all = Object.entries(shown.steps);
  const refusal = refusalIn(all);
  switch (shown.status) {
    case 'closed': {
      const seconds = (Date.parse(shown.closedAt ?? shown.updatedAt) - Date.parse(shown.openedAt)) / 1000;
      return { kind: 'closed', outcome: shown.outcome ?? 'granted', seconds, ...(refusal && { refusal }) };
    }
    case 'stalled': {
      const failed = all.find(([, { status }]) => status === 'failed');
      const step = shown.incident?.step ?? failed?.[0];
      const error = shown.incident?.error ?? failed?.[1].error;
      const department = step === undefined ? undefined : shown.steps[step]?.department;
      return {
        kind: 'stalled',
        since: shown.incident?.since ?? shown.updatedAt,
        ...(step !== undefined && { step }),
        ...(department !== undefined && { department }),
        ...(error !== undefined && { error }),
      };
    }
    case 'compensating': {
      const undone = all.flatMap(([step, { status }]) => (status === 'compensating' ? [step] : []));
      return { kind: 'undoes', steps: undone, ...(refusal && { refusal }) };
    }
    case 'suspended':
      return { kind: 'suspended' };
    case 'running': {
      const lying = all.flatMap(([step, { status, department, mode, requestedAt, startedAt }]): Lying[] =>
        UNDER_WAY.includes(status)
          ? [
              {
                step,
                department,
                how: status === 'in-progress' ? 'works' : mode === 'officer' ? 'waits' : 'asked',
                since: startedAt ?? requestedAt ?? shown.updatedAt,
              },
            ]
          : [],
      );
      if (lying.length === 0) return { kind: 'moves' };
      const now = new Set(lying.map(({ step }) => step));
      const next = steps.filter(({ name, after }) => shown.steps[name]?.status === 'waiting' && after.some((each) => now.has(each)));
      return { kind: 'lies', lying, next: next.map(({ name }) => name) };
    }
  }
}

function refusalIn(steps: readonly (readonly [string, Step])[]): Refusing | undefined {
  for (const [step, { department, refusal }] of steps) {
    if (refusal) return { step, department, code: refusal.code, ...(refusal.law !== undefined && { law: refusal.law }) };
  }
  return undefined;
}

/** How each step stands, and since which of its events. */
export function statesOf(
  { steps }: Pick<Case, 'steps'>,
  events: readonly Pick<CaseEvent, 'step' | 'at' | 'type'>[],
): Readonly<Record<string, StepState>> {
  const last = new Map(events.flatMap(({ step, at, type }) => (step === undefined || type === 'ignored' ? [] : [[step, at] as const])));
  return Object.fromEntries(
    Object.entries(steps).map(([name, { status, requestedAt, completedAt }]): [string, StepState] => [
      name,
      { status, isOpen: OPEN.includes(status), since: last.get(name) ?? completedAt ?? requestedAt },
    ]),
  );
}
