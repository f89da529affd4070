import { Environment, ParseError } from '@marcbachmann/cel-js';
import type { CloudEvent } from '@hengtong/contracts';
import { FilterRefused } from './filter-refused.ts';

/**
 * Functions whose cost grows no faster than the event. `matches` is not among them: with regular expressions that try again, a short
 * one can hold up a process for years.
 */
const FUNCTIONS = new Set([
  'has',
  'size',
  'startsWith',
  'endsWith',
  'contains',
  'int',
  'double',
  'string',
  'bool',
  'type',
  'dyn',
  'timestamp',
]);
/** They go through a list, so that one within another multiplies. */
const LOOPS = new Set(['exists', 'exists_one', 'all']);

const environment = new Environment({
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 200, maxDepth: 30, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 4 },
})
  .registerVariable('event', 'map')
  .registerVariable('data', 'map');

/**
 * Compiles a condition over `event` (attributes by name) and `data`. Where it has no answer, because the event lacks a field or for any
 * other reason, the event does not pass.
 * @throws {FilterRefused} for what cannot be read, gives neither true nor false, or costs too much.
 */
export function compileCel(expression: string, pointer: string): (event: CloudEvent) => boolean {
  const parsed = parse(expression, pointer);
  const dear = tooDear(parsed.ast, 0);
  if (dear !== undefined) throw new FilterRefused(pointer, dear);
  const { valid, type, error } = parsed.check();
  if (!valid) throw new FilterRefused(pointer, firstLine(error?.message ?? 'its types do not fit'));
  if (type !== 'bool' && type !== 'dyn') throw new FilterRefused(pointer, `gives a ${String(type)}, not true or false`);
  return (event) => {
    try {
      return parsed({ event, data: typeof event.data === 'object' && event.data !== null ? event.data : {} }) === true;
    } catch {
      // Whatever it is: the condition is an agency's, and its failure must not hold up what others receive. Not all that the evaluator
      // throws is one of its own errors: an index that is no text ends in a TypeError of JavaScript.
      return false;
    }
  };
}

function parse(expression: string, pointer: string): ReturnType<Environment['parse']> {
  try {
    return environment.parse(expression);
  } catch (cause) {
    if (cause instanceof ParseError) throw new FilterRefused(pointer, `cannot be read: ${firstLine(cause.message)}`, { cause });
    throw cause;
  }
}

interface Node {
  readonly op: string;
  readonly args: unknown;
}

/** What makes an expression dearer than one pass over the event; undefined if nothing does. */
function tooDear(node: unknown, loops: number): string | undefined {
  if (Array.isArray(node)) return firstOf(node, loops);
  if (typeof node !== 'object' || node === null || !('op' in node)) return undefined;
  const { op, args } = node as Node;
  if (op !== 'call' && op !== 'rcall') return tooDear(args, loops);
  const [name, ...rest] = args as [string, ...unknown[]];
  if (LOOPS.has(name)) return loops > 0 ? `has ${name} within another loop, which costs too much` : firstOf(rest, loops + 1);
  if (!FUNCTIONS.has(name)) return `uses ${name}; a filter may use ${[...FUNCTIONS, ...LOOPS].join(', ')}`;
  return firstOf(rest, loops);
}

function firstOf(nodes: readonly unknown[], loops: number): string | undefined {
  for (const node of nodes) {
    const dear = tooDear(node, loops);
    if (dear !== undefined) return dear;
  }
  return undefined;
}

/** CEL's messages show the expression with a caret below. */
const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;
