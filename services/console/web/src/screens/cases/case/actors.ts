import type { CaseEvent } from '../../../api/index.ts';

export type Actor = CaseEvent['actor'];

/** What somebody did in a case. */
export interface Acts {
  readonly actor: Actor;
  /** How often each type of event was theirs. */
  readonly counts: readonly (readonly [type: string, count: number])[];
  readonly first: string;
  readonly last: string;
}

/** Who did what, in the order in which they first did something. */
export function actsOf(events: readonly Pick<CaseEvent, 'actor' | 'type' | 'at'>[]): readonly Acts[] {
  const byActor = Map.groupBy(events, ({ actor: { type, id, onBehalfOf = '' } }) => `${type} ${id} ${onBehalfOf}`);
  return [...byActor.values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const counts = [...Map.groupBy(own, ({ type }) => type)].map(([type, list]) => [type, list.length] as const);
    return [{ actor: first.actor, counts, first: first.at, last: last.at }];
  });
}
