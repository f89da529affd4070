import type { StepDefinition } from './definition.ts';

/**
 * The steps that must be over before each step may start, through all of `after`. Names that are no steps are passed over, and a
 * step that stands in a circle has itself among its predecessors.
 */
export function predecessors(steps: readonly StepDefinition[]): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map(steps.map(({ name, after }) => [name, after]));
  return new Map(steps.map(({ name }) => [name, reach(name, direct)]));
}

function reach(name: string, direct: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(direct.get(name) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || !direct.has(next)) continue;
    found.add(next);
    open.push(...(direct.get(next) ?? []));
  }
  return found;
}

/** A shortest circle in `after` that begins and ends with the first step that stands in one: `a → b → a`. */
export function firstCircle(steps: readonly StepDefinition[]): readonly string[] | undefined {
  const direct = new Map(steps.map(({ name, after }) => [name, after]));
  const before = predecessors(steps);
  const start = steps.find(({ name }) => before.get(name)?.has(name))?.name;
  if (start === undefined) return undefined;
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of direct.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
