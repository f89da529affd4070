import { type Case, type CaseEvent, divisionAt } from '@hengtong/contracts';
import type { Definition } from '@hengtong/process-model';

/** Those who take part in a case of a division: each department of its process, and the authority of it that acts there. */
export function partiesOf({ steps }: Definition, division: string): string[] {
  return [...new Set(steps.flatMap(({ department, level }) => [department, `${department}/${divisionAt(division, level)}`]))];
}

/** The steps that are a department's. */
export const stepsOf = ({ steps }: Definition, department: string): Definition['steps'] =>
  steps.filter((step) => step.department === department);

/**
 * What a department sees of a case: its own steps, and of what was applied with only the fields that these steps are given
 * (Personal Information Protection Law 个人信息保护法, article 6: no more than the purpose needs).
 */
export function partOfCase(definition: Definition, whole: Case, department: string): Case {
  const own = stepsOf(definition, department);
  const paths = own.flatMap(({ input }) => Object.values(input)).filter((origin) => typeof origin === 'string');
  const { result: _, incident, ...rest } = whole;
  return {
    ...rest,
    ...(incident && own.some(({ name }) => name === incident.step) && { incident }),
    applicant: pick(whole.applicant, below('applicant', paths)),
    input: pick(whole.input, below('input', paths)),
    steps: Object.fromEntries(own.flatMap(({ name }) => (whole.steps[name] ? [[name, whole.steps[name]]] : []))),
  };
}

/** What a department sees of an event that it may see: all of one of its own steps, of one of the case as such only that it happened. */
export const partOfEvent = (event: CaseEvent): CaseEvent => (event.step === undefined ? { ...event, data: {} } : event);

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
