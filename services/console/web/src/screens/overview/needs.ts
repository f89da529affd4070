import type { DeadLetterCount, Flows, ServiceState, Subscription } from '../../api/index.ts';
import type { LoomCell } from './loom.ts';

/** Something that waits for a person, with where its one next action is. */
export type Need = { readonly key: string; readonly since?: string | undefined; readonly to: string } & (
  | { readonly kind: 'service'; readonly service: string; readonly state: 'degraded' | 'slow' | 'down' }
  | {
      readonly kind: 'stalled';
      readonly code: string;
      readonly process: string;
      readonly department?: string | undefined;
      readonly error?: string | undefined;
    }
  | { readonly kind: 'more-stalled'; readonly count: number }
  | { readonly kind: 'late'; readonly process: string; readonly department: string; readonly count: number }
  | { readonly kind: 'dead-letters'; readonly service: string; readonly code: string; readonly count: number }
  | {
      readonly kind: 'subscription';
      readonly subscriber: string;
      readonly sink?: string | undefined;
      readonly state: 'disabled' | 'failing';
    }
);

export interface NeedSources {
  readonly services: readonly ServiceState[];
  readonly flows: Pick<Flows, 'stalled' | 'stalledCount'>;
  /** Where the oldest has lain for longer than is usual there. */
  readonly late: readonly LoomCell[];
  readonly deadLetters: readonly DeadLetterCount[];
  /** Those that should deliver and do not. */
  readonly subscriptions: readonly Subscription[];
}

/**
 * What needs somebody, the most urgent first: a service that does not answer holds up all that others wait for; a stalled case is
 * somebody's application; where the oldest is late, somebody waits too; a dead letter may be one; an agency that is not reached misses what it is entitled to, for good once
 * the hub has given up on it. Of one kind, the oldest first.
 */
export function needsOf({ services, flows, late, deadLetters, subscriptions }: NeedSources): Need[] {
  return [
    ...services.flatMap(({ name, ready, since }): Need[] =>
      ready === 'up' ? [] : [{ kind: 'service', key: `service ${name}`, service: name, state: ready, since, to: '/departments' }],
    ),
    ...flows.stalled.map(({ caseId, code, process, department, since, error }): Need => ({
      kind: 'stalled',
      key: `case ${caseId}`,
      code,
      process,
      department,
      since,
      error,
      to: `/cases/${caseId}`,
    })),
    ...(flows.stalledCount > flows.stalled.length
      ? [
          {
            kind: 'more-stalled',
            key: 'more-stalled',
            count: flows.stalledCount - flows.stalled.length,
            to: '/cases?status=stalled',
          } as const,
        ]
      : []),
    ...late
      .toSorted((one, other) => (one.oldestSince ?? '').localeCompare(other.oldestSince ?? ''))
      .map(({ process, department, count, oldestSince }): Need => ({
        kind: 'late',
        key: `late ${process} ${department}`,
        process,
        department,
        count,
        since: oldestSince,
        to: `/cases?${new URLSearchParams({ process, department, status: 'open' }).toString()}`,
      })),
    ...deadLetters
      .filter(({ status }) => status === 'waiting')
      .toSorted((one, other) => one.oldest.localeCompare(other.oldest))
      .map(({ service, code, topic, count, oldest }): Need => ({
        kind: 'dead-letters',
        key: `dead ${service} ${topic} ${code}`,
        service,
        code,
        count,
        since: oldest,
        to: `/dead-letters?${new URLSearchParams({ service, topic, code, status: 'waiting' }).toString()}`,
      })),
    ...subscriptions
      .map(undelivered)
      .toSorted(
        (one, other) => Number(one.state === 'failing') - Number(other.state === 'failing') || one.since.localeCompare(other.since),
      ),
  ];
}

/** The hub has given up on a disabled one; it still tries one that fails, but whoever has to mend it can be told. */
function undelivered({ id, subscriber, sink, status, failingSince, updatedAt }: Subscription) {
  return {
    kind: 'subscription',
    key: `subscription ${id}`,
    subscriber,
    sink,
    state: status === 'disabled' ? 'disabled' : 'failing',
    since: failingSince ?? updatedAt,
    to: `/subscriptions/${id}`,
  } as const satisfies Need;
}
