import type { Actor, Case } from '@hengtong/contracts';

/** An event that says when somebody took a step in hand, or when it failed. */
export interface LogEntry {
  readonly type: 'step-started' | 'step-failed';
  readonly step: string;
  /** RFC 3339. */
  readonly at: string;
  readonly actor: Actor;
  readonly error: string | null;
}

/** Adds to a case what its state does not hold: when a step was taken in hand and by whom, and of a stalled one the incident. */
export function withLog(whole: Case, log: readonly LogEntry[]): Case {
  const steps = { ...whole.steps };
  for (const { type, step, at, actor } of log) {
    const known = steps[step];
    if (type === 'step-started' && known) steps[step] = { ...known, startedAt: at, startedBy: actor };
  }
  const incident = whole.status === 'stalled' ? incidentOf(whole, log) : undefined;
  return { ...whole, steps, ...(incident && { incident }) };
}

/** What has failed longest and has not been put right: the case is stalled as long as there is anything. */
function incidentOf({ steps }: Case, log: readonly LogEntry[]): Case['incident'] {
  const last = new Map<string, LogEntry>();
  for (const entry of log) if (entry.type === 'step-failed') last.set(entry.step, entry);
  const [oldest] = [...last.values()].filter(({ step }) => steps[step]?.error !== undefined).sort((a, b) => (a.at < b.at ? -1 : 1));
  if (!oldest) return undefined;
  const { step, at, error } = oldest;
  return { step, since: at, ...(error !== null && { error }) };
}
