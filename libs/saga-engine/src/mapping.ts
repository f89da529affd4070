import type { Read } from '@hengtong/process-model';
import type { Values } from './case-event.ts';
import { stepOf, type CaseState } from './case-state.ts';
import type { Origin, Plan, PlannedStep } from './plan.ts';

/** What a command carries: the mapped fields. What is absent, an optional field or the output of a skipped step, is left out. */
export function inputOf(step: PlannedStep, state: CaseState): Values {
  return collect(step.input, (origin) => valueOf(origin, state));
}

/** What the applicant gets. The output of a skipped step is `null`. */
export function resultOf(plan: Plan, state: CaseState): Values {
  return collect(plan.result, (origin) => {
    const skipped = 'root' in origin && stepOf(state, origin.root)?.status === 'skipped';
    return skipped ? null : valueOf(origin, state);
  });
}

/** What a condition sees under a root: what was given, or a step's outputs, each `null` if it was skipped. */
export function factsOf(plan: Plan, state: CaseState, root: string): unknown {
  const given = givenOrOutput(root, state);
  return given ?? Object.fromEntries((plan.steps.get(root)?.output ?? []).map((field) => [field, null]));
}

function collect(fields: readonly (readonly [string, Origin])[], read: (origin: Origin) => unknown): Values {
  const values: Record<string, unknown> = {};
  for (const [field, origin] of fields) {
    const value = read(origin);
    if (value !== undefined) values[field] = value;
  }
  return values;
}

const valueOf = (origin: Origin, state: CaseState): unknown => ('value' in origin ? origin.value : follow(origin, state));

function follow({ root, fields }: Read, state: CaseState): unknown {
  let here: unknown = givenOrOutput(root, state);
  for (const field of fields) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, field)) return undefined;
    here = (here as Values)[field];
  }
  return here;
}

function givenOrOutput(root: string, state: CaseState): Values | undefined {
  if (root === 'input') return state.input;
  if (root === 'applicant') return state.applicant;
  const step = stepOf(state, root);
  return step && 'output' in step ? step.output : undefined;
}
