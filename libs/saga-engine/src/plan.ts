import {
  conditionCompiler,
  parsePath,
  type Condition,
  type Definition,
  type Mapping,
  type Read,
  type StepDefinition,
} from '@hengtong/process-model';

/** Where a value comes from: a literal, or a place to read. */
export type Origin = { readonly value: unknown } | Read;

/** A step with its condition and mapping compiled. */
export type PlannedStep = Omit<StepDefinition, 'input'> & {
  readonly condition?: Condition;
  readonly input: readonly (readonly [field: string, origin: Origin])[];
};

/** A definition made ready for `decide`. Steps are in the author's order. */
export interface Plan {
  readonly process: string;
  readonly version: number;
  readonly steps: ReadonlyMap<string, PlannedStep>;
  readonly result: readonly (readonly [field: string, origin: Origin])[];
}

const plans = new WeakMap<Definition, Plan>();

/**
 * The plan of a definition, compiled once for each definition object: keep the object as long as its cases run.
 * @throws {ConditionFailed} for a condition that is no CEL, which `parseDefinition` finds before
 */
export function planOf(definition: Definition): Plan {
  let plan = plans.get(definition);
  if (!plan) plans.set(definition, (plan = compile(definition)));
  return plan;
}

function compile(definition: Definition): Plan {
  const condition = conditionCompiler(definition);
  const steps = definition.steps.map((step): [string, PlannedStep] => [
    step.name,
    { ...step, input: origins(step.input), ...(step.when !== undefined && { condition: condition(step.when) }) },
  ]);
  return { process: definition.process, version: definition.version, steps: new Map(steps), result: origins(definition.result) };
}

const origins = (mappings: Readonly<Record<string, Mapping>>): Plan['result'] =>
  Object.entries(mappings).map(([field, mapping]) => [field, typeof mapping === 'string' ? parsePath(mapping) : { value: mapping.value }]);
