import type { Subscription } from '../../api/index.ts';
import { eventQueryOf, type EventQuery } from '../../parts/filter-line/event-filter.ts';
import { type Fault, parseLine, printLine, type Token } from '../../parts/filter-line/line.ts';

type Filter = NonNullable<Subscription['filters']>[number];

/** Which events a subscription wishes, in its own words. */
export interface Wish {
  readonly types?: readonly string[];
  readonly source?: string;
  readonly filters?: readonly Filter[];
}

/** What a filter line wishes: types as a list, by which the hub looks events up; the rest as filters that must all hold. */
export function wishIn(line: string): { readonly wish: Wish; readonly faults: readonly Fault[] } {
  const { tokens, faults } = parseLine(line);
  const types = tokens.filter(({ key }) => key === 'type');
  const isList = types.length > 1 && types.every(({ value, isNegated }) => !isNegated && !value.includes('*'));
  const asked = eventQueryOf({ tokens: isList ? tokens.filter(({ key }) => key !== 'type') : tokens, faults });
  const { types: one, source, filter, ...rest } = asked.query;
  const names = isList ? types.map(({ value }) => value) : one?.split(',');
  const filters = filtersOf(rest, filter);
  return {
    wish: { ...(names && { types: names }), ...(source !== undefined && { source }), ...(filters.length > 0 && { filters }) },
    faults: asked.faults,
  };
}

function filtersOf({ division, ...exact }: Omit<EventQuery, 'types' | 'source' | 'filter'>, cel: string | undefined): Filter[] {
  return [
    ...(Object.keys(exact).length > 0 ? [{ exact }] : []),
    ...(division === undefined ? [] : [{ prefix: { division } }]),
    ...(cel === undefined ? [] : [{ cel }]),
  ];
}

const WORDS: Readonly<Record<string, string>> = { process: 'process', department: 'department', subject: 'case' };

/** The line that wishes the same; undefined for filters that a line cannot say, as programs make them. */
export function lineOf({ types = [], source, filters = [] }: Wish): string | undefined {
  const tokens: Token[] = [
    ...types.map((value) => ({ key: 'type', value, isNegated: false })),
    ...(source === undefined ? [] : [{ key: 'source', value: source, isNegated: false }]),
  ];
  for (const filter of filters) {
    const said = tokensOf(filter);
    if (!said) return undefined;
    tokens.push(...said);
  }
  return printLine(tokens);
}

function tokensOf(filter: Filter): Token[] | undefined {
  if ('cel' in filter) return [{ key: 'cel', value: filter.cel, isNegated: false }];
  const [attributes, words] =
    'exact' in filter ? [filter.exact, WORDS] : 'prefix' in filter ? [filter.prefix, { division: 'division' }] : [{ other: '' }, {}];
  const tokens = Object.entries(attributes).map(([name, value]) => ({
    key: words[name] ?? '',
    value,
    isNegated: false,
  }));
  return tokens.every(({ key, value }) => key !== '' && !value.includes('*')) ? tokens : undefined;
}
