import { Environment, ParseError } from '@marcbachmann/cel-js';
import type { Definition } from './definition.ts';
import type { Read } from './reads.ts';

/** A compiled `when`. */
export interface Condition {
  /** Every value that it reads, as far as that can be told from the text: of `register[input.key]` only `register`. */
  readonly reads: readonly Read[];
  /**
   * Whether the step is to be done.
   * @param valueOf gives the value of each root: `input`, `applicant`, or a step's outputs
   * @throws {ConditionFailed} when it cannot be told: a field that is not there, or an answer that is neither true nor false
   */
  holds(valueOf: (root: string) => unknown): boolean;
}

/** A condition that cannot be compiled, or has no answer. */
export class ConditionFailed extends Error {
  override name = 'ConditionFailed';
  readonly code = 'condition.failed';
}

const base = new Environment({ homogeneousAggregateLiterals: false });

/** CEL's names have no hyphen: step `social-insurance` is `social_insurance` in a condition. */
const variableOf = (root: string): string => root.replaceAll('-', '_');

/**
 * Compiles the conditions of a definition, one after another. Variables are `input`, `applicant` and each step's outputs (`null`
 * each when it was skipped). JSON numbers are doubles in CEL: comparisons with integers work, arithmetic needs `2.0`.
 */
export function conditionCompiler(definition: Definition): (expression: string) => Condition {
  const roots = new Map(['input', 'applicant', ...definition.steps.map(({ name }) => name)].map((root) => [variableOf(root), root]));
  const environment = base.clone();
  for (const variable of roots.keys()) if (!RESERVED.has(variable)) environment.registerVariable(variable, 'map');
  return (expression) => {
    const parsed = parse(environment, expression);
    const reads = readsOf(parsed.ast, roots);
    const needed = [...new Set(reads.map(({ root }) => root))];
    return {
      reads,
      holds(valueOf) {
        const answer = evaluate(parsed, Object.fromEntries(needed.map((root) => [variableOf(root), valueOf(root)])));
        if (typeof answer !== 'boolean') throw new ConditionFailed(`${expression} gives neither true nor false`);
        return answer;
      },
    };
  };
}

/** Words that CEL keeps for itself, as far as they could name a step; such a step cannot be read in a condition. */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(' '),
);

type Parsed = ReturnType<Environment['parse']>;

function parse(environment: Environment, expression: string): Parsed {
  try {
    const parsed = environment.parse(expression);
    const check = parsed.check();
    if (!check.valid) throw new ConditionFailed(firstLine(check.error?.message ?? 'its types do not fit'));
    if (check.type !== 'bool' && check.type !== 'dyn') throw new ConditionFailed(`it gives a ${check.type}, not true or false`);
    return parsed;
  } catch (cause) {
    throw cause instanceof ParseError ? new ConditionFailed(firstLine(cause.message), { cause }) : cause;
  }
}

function evaluate(parsed: Parsed, context: Record<string, unknown>): unknown {
  try {
    return parsed(context) as unknown;
  } catch (cause) {
    // Whatever it is, the expression and the data brought it about, and would again.
    throw new ConditionFailed(cause instanceof Error ? firstLine(cause.message) : String(cause), { cause });
  }
}

/** CEL's messages show the expression with a caret below; an event's reason is one line. */
const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

interface Node {
  readonly op: string;
  readonly args: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

/** All reads in a syntax tree. A variable that a macro binds (`list.exists(e, …)`) is no root, unless it takes a root's name. */
function readsOf(node: unknown, roots: ReadonlyMap<string, string>): Read[] {
  if (Array.isArray(node)) return node.flatMap((child) => readsOf(child, roots));
  if (!isNode(node)) return [];
  const chain = chainOf(node);
  if (!chain) return readsOf(node.args, roots);
  const root = roots.get(chain.variable);
  return [...(root === undefined ? [] : [{ root, fields: chain.fields }]), ...chain.rest.flatMap((child) => readsOf(child, roots))];
}

interface Chain {
  readonly variable: string;
  readonly fields: readonly string[];
  /** What stands in brackets and is no literal; the fields end there. */
  readonly rest: readonly unknown[];
}

/** `a.b["c"]` as a chain; undefined for anything that does not begin with a variable. */
function chainOf(node: Node): Chain | undefined {
  if (node.op === 'id') return { variable: String(node.args), fields: [], rest: [] };
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const [object, key] = node.args as [unknown, unknown];
  const inner = isNode(object) ? chainOf(object) : undefined;
  if (!inner) return undefined;
  const field = node.op === '.' ? key : isNode(key) && key.op === 'value' ? key.args : undefined;
  if (typeof field === 'string' && inner.rest.length === 0) return { ...inner, fields: [...inner.fields, field] };
  return { ...inner, rest: [...inner.rest, key] };
}
