import { isCaseCode, isCaseId } from '../case-name.ts';
import { isDivision } from '../division.ts';
import type { Fault, FaultCode, Line, PlacedToken } from './line.ts';

/** What `GET /v1/events` and its stream take (services/event-hub, domain/event-query.ts). */
export interface EventQuery {
  readonly types?: string;
  readonly source?: string;
  readonly subject?: string;
  readonly process?: string;
  readonly department?: string;
  readonly division?: string;
  /** A condition in CEL for all that has no parameter. */
  readonly filter?: string;
}

/** What is asked, and what is wrong with the line. */
interface Asked {
  readonly query: EventQuery;
  readonly faults: readonly Fault[];
}

/** The attribute of an event that each word of the line is about. `cel` is a whole condition. */
export const eventKeys = {
  type: 'type',
  process: 'process',
  department: 'department',
  division: 'division',
  case: 'subject',
  step: 'step',
  source: 'source',
  agency: 'agency',
} as const;
type EventKey = keyof typeof eventKeys;

/** Words that the hub has a parameter for, where they are said once, whole and not denied. */
const PARAMETERS = { type: 'types', process: 'process', department: 'department', case: 'subject', source: 'source' } as const;
/** Characters of a condition at the most (event-query.ts). */
const LONGEST = 1000;

/**
 * What a line asks the hub: single wishes by parameters, which it can look up; the rest as one condition. Of one word said several times
 * any may hold, of different words all must; what is denied must not hold, and does not where an event lacks the attribute. The hub knows cases by
 * their ids: `idOf` gives that of a code, where codes may be said.
 */
export function eventQueryOf(line: Line, idOf?: (code: string) => string | undefined): Asked {
  const { faults } = line;
  const tokens = line.tokens.map((token) =>
    isCode(token) ? { ...token, value: idOf?.(token.value.toUpperCase()) ?? token.value } : token,
  );
  const found: Fault[] = [...faults, ...tokens.flatMap(faultsOf)];
  const query: Record<string, string> = {};
  const conditions: string[] = [];
  for (const key of Object.keys(eventKeys) as EventKey[]) {
    const wanted = tokens.filter((token) => token.key === key && !token.isNegated).map(({ value }) => value);
    const denied = tokens.filter((token) => token.key === key && token.isNegated).map(({ value }) => value);
    const parameter = parameterFor(key, wanted);
    if (parameter) query[parameter] = wanted[0]?.toLowerCase() ?? '';
    else if (wanted.length > 0) conditions.push(holds(key, wanted));
    for (const value of denied) conditions.push(`!(has(event.${eventKeys[key]}) && ${holds(key, [value])})`);
  }
  for (const { key, value, isNegated } of tokens) if (key === 'cel') conditions.push(isNegated ? `!(${value})` : value);
  const filter = conditions.length === 1 ? (conditions[0] ?? '') : conditions.map((each) => `(${each})`).join(' && ');
  const last = tokens.at(-1);
  if (filter.length > LONGEST && last) found.push({ from: 0, to: last.to, code: 'too-long', what: String(LONGEST) });
  return { query: { ...query, ...(filter !== '' && { filter }) }, faults: found.toSorted((one, other) => one.from - other.from) };
}

/** The codes of cases that a line says, as the orchestrator writes them. */
export const caseCodesIn = ({ tokens }: Line): readonly string[] => tokens.filter(isCode).map(({ value }) => value.toUpperCase());

function parameterFor(key: EventKey, wanted: readonly string[]): string | undefined {
  if (wanted.length !== 1) return undefined;
  if (key === 'division') return 'division';
  return key in PARAMETERS && !wanted[0]?.includes('*') ? PARAMETERS[key as keyof typeof PARAMETERS] : undefined;
}

/** A condition that any of these values fulfils. */
function holds(key: EventKey, values: readonly string[]): string {
  const name = `event.${eventKeys[key]}`;
  const [patterns, whole] = [values.filter(isPattern), values.filter((value) => !isPattern(value))];
  if (key === 'division') return values.map((value) => `${name}.startsWith(${quoted(value)})`).join(' || ');
  const exact = whole.length > 1 ? [`${name} in [${whole.map(quoted).join(', ')}]`] : whole.map((value) => `${name} == ${quoted(value)}`);
  return [...exact, ...patterns.map((pattern) => matches(name, pattern))].join(' || ');
}

/** `a*`, `*a`, `*a*`, `a*b`: without regular expressions, which the hub does not take (their cost has no bound). */
function matches(name: string, pattern: string): string {
  if (pattern.length > 2 && pattern.startsWith('*') && pattern.endsWith('*')) return `${name}.contains(${quoted(pattern.slice(1, -1))})`;
  const [start = '', end = ''] = pattern.split('*');
  const parts = [start && `${name}.startsWith(${quoted(start)})`, end && `${name}.endsWith(${quoted(end)})`].filter((part) => part !== '');
  // What stands before the star and what stands behind it must not be the same letters.
  if (parts.length === 2) parts.push(`size(${name}) >= ${start.length + end.length}`);
  return parts.length === 0 ? `has(${name})` : parts.join(' && ');
}

const isPattern = (value: string): boolean => value.includes('*');
/** A text of CEL: it knows the escapes of JSON. */
const quoted = (value: string): string => JSON.stringify(value);

const isCode = ({ key, value }: PlacedToken): boolean => key === 'case' && isCaseCode(value);

function faultsOf({ key, value, from, to, valueFrom }: PlacedToken): Fault[] {
  const fault = (code: FaultCode, start: number, what: string): Fault[] => [{ from: start, to, code, what }];
  if (key === 'cel') return value.trim() === '' ? fault('no-value', from, 'cel:') : [];
  if (!(key in eventKeys)) return [{ from, to: valueFrom, code: 'unknown-key', what: key }];
  if (value === '') return fault('no-value', from, `${key}:`);
  if (key === 'case' && !isCaseId(value)) return fault('not-a-case', valueFrom, value);
  if (key === 'division' && !isDivision(value)) return fault('not-a-division', valueFrom, value);
  const stars = value.split('*').length - 1;
  const isSurrounded = stars === 2 && value.length > 2 && value.startsWith('*') && value.endsWith('*');
  return stars > 1 && !isSurrounded ? fault('stars', valueFrom, value) : [];
}
