import { type CloudEvent, type EventFilter, hubEvents } from '@hengtong/contracts';
import { compileFilters, type Test } from './filter.ts';
import { type ActiveGrant, concerns, covers } from './grant.ts';
import type { LoggedEvent } from './logged-event.ts';

/** What somebody wants to receive. */
export interface Wish {
  readonly types?: readonly string[] | undefined;
  readonly source?: string | undefined;
  /** Only of this case. */
  readonly subject?: string | undefined;
  readonly filters?: readonly EventFilter[] | undefined;
  /** Names of the fields of `data` that are delivered; undefined: all. */
  readonly projection?: readonly string[] | undefined;
}

/** What somebody wants to receive and may have. */
export interface Interest {
  /** The types that there can be among it; undefined: any. */
  types(): readonly string[] | undefined;
  /** The one case that it is about; undefined: any. */
  readonly subject?: string | undefined;
  matches(event: CloudEvent): boolean;
  /** The JSON that is handed out of an event that matches. */
  shape(logged: LoggedEvent): string;
}

/** Who wants something, and what that agency has been granted at a moment. */
export interface MayHave {
  readonly agency: string;
  grants(): readonly ActiveGrant[];
  /** What the hub tells of its own subscriptions and grants comes whatever is wished, and whole: nobody asks for bad news. Default false. */
  readonly notices?: boolean;
}

/**
 * What is wished, of that which may be had. Grants are looked at for each event anew, so that what ends, ends at once; and before the
 * filters, so that no filter can find out what may not be had.
 * @param mayHave the agency with the grants that it has at a moment; undefined for those who may see everything
 * @throws {FilterRefused}
 */
export function interestOf(wish: Wish, mayHave: MayHave | undefined): Interest {
  const passes = compileFilters(wish.filters ?? []);
  const wanted = wish.types && new Set(wish.types);
  const may = mayHave ? mayReceive(mayHave.agency, mayHave.grants) : () => true;
  const isNotice: Test = (event) => mayHave?.notices === true && concerns(mayHave.agency, event);
  const isAsked: Test = ({ type, source, subject }) =>
    (!wanted || wanted.has(type)) && (wish.source ?? source) === source && (wish.subject ?? subject) === subject;
  const always = mayHave?.notices ? OF_THE_HUB : [];
  const granted = (): string[] | undefined =>
    mayHave && [
      ...always,
      ...[...mayHave.grants().flatMap(({ owners }) => [...owners.keys()]), ...OF_THE_HUB].filter((type) => wanted?.has(type) ?? true),
    ];
  return {
    types: () => granted() ?? wish.types,
    subject: wish.subject,
    matches: (event) => isNotice(event) || (isAsked(event) && may(event) && passes(event)),
    shape: ({ event, json }) => (wish.projection && !isNotice(event) ? JSON.stringify(projected(event, wish.projection)) : json),
  };
}

/** They reach whom they concern without a grant. */
const OF_THE_HUB = Object.values(hubEvents).map(({ type }) => type);

function mayReceive(agency: string, grants: () => readonly ActiveGrant[]): Test {
  return (event) => {
    const now = Date.now();
    return grants().some((grant) => covers(grant, event, now)) || concerns(agency, event);
  };
}

function projected(event: CloudEvent, names: readonly string[]): CloudEvent {
  const { data } = event;
  if (typeof data !== 'object' || data === null) return event;
  return { ...event, data: Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name))) };
}
