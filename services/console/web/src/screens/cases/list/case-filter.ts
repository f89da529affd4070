import { startOfDay } from './start-of-day.ts';

export const caseStatuses = ['running', 'suspended', 'compensating', 'stalled', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export const outcomes = ['granted', 'refused', 'withdrawn', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the list is narrowed to, as it stands in the address; all that is given must hold. */
export interface CaseFilter {
  readonly q?: string;
  readonly process?: string;
  readonly status: readonly CaseStatus[];
  readonly outcome?: Outcome;
  /** Where it lies now. */
  readonly department?: string;
  readonly step?: string;
  /** A code, or how one begins: `3301` is all of Hangzhou. */
  readonly division?: string;
  /** Days, the last one included: `2026-11-24`; or `today`, which a link can say for ever. */
  readonly openedFrom?: string;
  readonly openedTo?: string;
  /** A day, or `today`, in the same way. */
  readonly closedFrom?: string;
  /** Minutes without progress. */
  readonly idle?: number;
}

/** All that the address may say of the filter, in the order in which it is said. */
const NAMES = [
  'q',
  'process',
  'status',
  'outcome',
  'department',
  'step',
  'division',
  'openedFrom',
  'openedTo',
  'closedFrom',
  'idle',
] as const;
const DAY = /^(\d{4}-\d{2}-\d{2}|today)$/;

/** Reads the address. What it says that cannot be is left out, so that an old or mistyped link still leads to a list. */
export function filterOf(params: URLSearchParams): CaseFilter {
  const text = (name: string, pattern = /./): string | undefined => {
    const value = params.get(name)?.trim();
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const idle = Number(text('idle', /^\d{1,6}$/));
  const outcome = outcomes.find((each) => each === text('outcome'));
  // Links of the overview say `opened=today`, `closed=today`, and `status=open` for all that are not closed.
  const since = (what: 'opened' | 'closed'): string | undefined => (params.get(what) === 'today' ? 'today' : text(`${what}From`, DAY));
  return compact({
    q: text('q')?.slice(0, 200),
    process: text('process'),
    status: statusesOf(params.get('status') ?? ''),
    outcome,
    department: text('department'),
    step: text('step'),
    division: text('division', /^\d{1,6}$/),
    openedFrom: since('opened'),
    openedTo: text('openedTo', DAY),
    closedFrom: since('closed'),
    idle: idle > 0 ? idle : undefined,
  });
}

function statusesOf(text: string): readonly CaseStatus[] {
  const wanted = text.split(',');
  return caseStatuses.filter((status) => wanted.includes(status) || (wanted.includes('open') && status !== 'closed'));
}

/** The address of a filter: nothing of what stood there before stays. */
export function paramsOf(filter: CaseFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    // A list of statuses is written as `running,stalled`.
    const text = String(filter[name] ?? '');
    if (text !== '') params.set(name, text);
  }
  return params;
}

/** The address with another filter; how the list is sorted stays. */
export function narrowed(address: URLSearchParams, next: (filter: CaseFilter) => CaseFilter): URLSearchParams {
  const params = paramsOf(next(filterOf(address)));
  const sort = address.get('sort') ?? '';
  if (sort !== '') params.set('sort', sort);
  return params;
}

export type CaseOrder = 'newest' | 'oldest';

/** In which order the service is asked for the list: it sorts by the time of opening, all else the table does. */
export const orderOf = (address: URLSearchParams): CaseOrder => (address.get('sort') === 'opened' ? 'oldest' : 'newest');

type CaseQuery = Omit<CaseFilter, 'status' | 'openedFrom' | 'openedTo' | 'closedFrom' | 'idle'> & {
  readonly status?: CaseStatus[];
  /** RFC 3339, as those that follow. */
  readonly openedFrom?: string;
  readonly openedTo?: string;
  readonly closedFrom?: string;
  readonly idleBefore?: string;
};

/** What the orchestrator is asked for. Days begin in `zone`, and minutes without progress count back from `now`. */
export function queryOf(filter: CaseFilter, now: Date, zone: string): CaseQuery {
  const { status, openedFrom, openedTo, closedFrom, idle, ...same } = filter;
  const day = (text: string): Date | string => (text === 'today' ? now : text);
  return {
    ...same,
    ...(status.length > 0 && { status: [...status] }),
    ...(openedFrom !== undefined && { openedFrom: startOfDay(day(openedFrom), zone) }),
    ...(openedTo !== undefined && { openedTo: startOfDay(day(openedTo), zone, 1) }),
    ...(closedFrom !== undefined && { closedFrom: startOfDay(day(closedFrom), zone) }),
    ...(idle !== undefined && { idleBefore: new Date(now.getTime() - idle * 60_000).toISOString() }),
  };
}

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function compact(filter: Loose<Required<CaseFilter>>): CaseFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as unknown as CaseFilter;
}
