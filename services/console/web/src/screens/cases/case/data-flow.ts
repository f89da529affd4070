import type { Case } from '../../../api/index.ts';
import type { FlowDefinition, Mapping } from '../../../parts/swimlane/index.ts';

/** Where a value came from: the applicant's form, what is known of the applicant, what a step answered; or the definition itself. */
export type Source =
  | { readonly kind: 'form' | 'applicant'; readonly path: string }
  | { readonly kind: 'step'; readonly step: string; readonly department: string; readonly path: string }
  | { readonly kind: 'definition' };

/** A value that went to somebody. */
export interface Passed {
  readonly field: string;
  readonly value: unknown;
  readonly source: Source;
}

/** All that went to one department for one step, and on what ground; or to the applicant, as the result. */
export interface Handover {
  readonly step?: string;
  readonly department?: string;
  /** RFC 3339. */
  readonly at: string;
  /** By which power in the authority register, and for which capability. */
  readonly ground?: { readonly power: string; readonly capability: string };
  readonly passed: readonly Passed[];
}

/**
 * Who received which field of a case, from whom and on what ground. A department gets what its step's input mappings name, when it is
 * asked; what was not asked got nothing. In the order of the asking, the result last.
 */
export function handoversOf(definition: FlowDefinition, { steps, input, applicant, result, closedAt }: PartsOfCase): readonly Handover[] {
  const departments = new Map(definition.steps.map(({ name, department }) => [name, department]));
  const passed = (mappings: Readonly<Record<string, Mapping>>): readonly Passed[] =>
    Object.entries(mappings).map(([field, mapping]) => {
      if (typeof mapping !== 'string') return { field, value: mapping.value, source: { kind: 'definition' } };
      const [head = '', ...rest] = mapping.split('.');
      const path = rest.join('.');
      if (head === 'input') return { field, value: valueAt(input, rest), source: { kind: 'form', path } };
      if (head === 'applicant') return { field, value: valueAt(applicant, rest), source: { kind: 'applicant', path } };
      const source = { kind: 'step' as const, step: head, department: departments.get(head) ?? '', path };
      return { field, value: valueAt(steps[head]?.output, rest), source };
    });
  const asked = definition.steps.flatMap(({ name, department, power, capability, input: mappings }): Handover[] => {
    const at = steps[name]?.requestedAt;
    return at === undefined ? [] : [{ step: name, department, at, ground: { power, capability }, passed: passed(mappings) }];
  });
  return [
    ...asked.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    ...(result && closedAt !== undefined ? [{ at: closedAt, passed: passed(definition.result) }] : []),
  ];
}

type PartsOfCase = Pick<Case, 'input' | 'applicant' | 'result' | 'closedAt'> & {
  readonly steps: Readonly<Record<string, Pick<Case['steps'][string], 'requestedAt' | 'output'>>>;
};

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined),
    root,
  );
}
