import type { Case, CaseEvent } from '@hengtong/contracts';
import type { Definition } from '@hengtong/process-model';

/** Those who take part in a case: each department of its process, and the authority of it that acts in this division. */
export function partiesOf(definition: Definition, divisionOf: (level: Definition['steps'][number]['level']) => string): string[] {
  return [...new Set(definition.steps.flatMap(({ department, level }) => [department, `${department}/${divisionOf(level)}`]))];
}

/**
 * What a department sees of a case: its own steps, and of what was applied with only the fields that these steps are given
 * (Personal Information Protection Law 个人信息保护法, article 6: no more than the purpose needs).
 */
export function partOfCase(definition: Definition, whole: Case, department: string): Case {
  const own = definition.steps.filter((step) => step.department === department);
  const paths = own.flatMap(({ input }) => Object.values(input)).filter((origin) => typeof origin === 'string');
  const { result: _, ...rest } = whole;
  return {
    ...rest,
    applicant: pick(whole.applicant, below('applicant', paths)),
    input: pick(whole.input, below('input', paths)),
    steps: Object.fromEntries(own.flatMap(({ name }) => (whole.steps[name] ? [[name, whole.steps[name]]] : []))),
  };
}

/** What a department sees of an event: all of those of its steps, of the others of the case only that they happened. */
export function partOfEvent(definition: Definition, event: CaseEvent, department: string): CaseEvent | undefined {
  if (event.step === undefined) return { ...event, data: {} };
  return definition.steps.some(({ name, department: owner }) => name === event.step && owner === department) ? event : undefined;
}

const below = (root: string, paths: readonly string[]): string[][] =>
  paths.map((path) => path.split('.')).flatMap(([first, ...fields]) => (first === root ? [fields] : []));

type Tree = Readonly<Record<string, unknown>>;

/** A copy that holds nothing but what the paths lead to. */
function pick(tree: Tree, paths: readonly (readonly string[])[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [field, rest] of Map.groupBy(paths, ([first]) => first ?? '')) {
    if (!Object.hasOwn(tree, field)) continue;
    const deeper = rest.map((path) => path.slice(1));
    const value = tree[field];
    found[field] =
      deeper.some(({ length }) => length === 0) || typeof value !== 'object' || value === null ? value : pick(value as Tree, deeper);
  }
  return found;
}
