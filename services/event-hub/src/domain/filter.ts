import type { CloudEvent, EventFilter } from '@hengtong/contracts';
import { compileCel } from './cel.ts';
import { FilterRefused } from './filter-refused.ts';

/** Whether an event passes. */
export type Test = (event: CloudEvent) => boolean;

/** Filters inside one another, the one that holds them all counted; and all of them together. */
const DEEPEST = 8;
const MOST = 100;

/**
 * Makes one test of filters that must all hold (CloudEvents Subscriptions API 1.0, §3.2.4).
 * @param pointer JSON pointer of the list, for what is said of one of them
 * @throws {FilterRefused} for an expression that cannot be read, and for filters that would cost too much.
 */
export function compileFilters(filters: readonly EventFilter[], pointer = '/filters'): Test {
  let left = MOST;
  const compile = (filter: EventFilter, at: string, depth: number): Test => {
    if (--left < 0) throw new FilterRefused(pointer, `has more than ${MOST} filters`);
    if (depth > DEEPEST) throw new FilterRefused(at, `stands deeper than ${DEEPEST} filters`);
    const each = (list: readonly EventFilter[], dialect: string): Test[] =>
      list.map((one, index) => compile(one, `${at}/${dialect}/${index}`, depth + 1));
    if ('exact' in filter) return compare(filter.exact, (value, wanted) => value === wanted);
    if ('prefix' in filter) return compare(filter.prefix, (value, wanted) => value.startsWith(wanted));
    if ('suffix' in filter) return compare(filter.suffix, (value, wanted) => value.endsWith(wanted));
    if ('cel' in filter) return compileCel(filter.cel, `${at}/cel`);
    if ('not' in filter) return not(compile(filter.not, `${at}/not`, depth + 1));
    return 'all' in filter ? all(each(filter.all, 'all')) : any(each(filter.any, 'any'));
  };
  return all(filters.map((filter, index) => compile(filter, `${pointer}/${index}`, 1)));
}

const all =
  (tests: readonly Test[]): Test =>
  (event) =>
    tests.every((test) => test(event));
const any =
  (tests: readonly Test[]): Test =>
  (event) =>
    tests.some((test) => test(event));
const not =
  (test: Test): Test =>
  (event) =>
    !test(event);

/** An attribute that an event does not have passes no comparison. */
function compare(wanted: Readonly<Record<string, string>>, passes: (value: string, wanted: string) => boolean): Test {
  const entries = Object.entries(wanted);
  return (event) =>
    entries.every(([name, text]) => {
      const value = name === 'data' ? undefined : (event as Record<string, unknown>)[name];
      return (typeof value === 'string' || typeof value === 'number') && passes(String(value), text);
    });
}
