import { conditionCompiler, ConditionFailed } from './conditions.ts';
import type { Definition, Mapping, StepDefinition } from './definition.ts';
import type { Finding } from './finding.ts';
import { firstCircle } from './graph.ts';
import { modelOf, parsePath, readProblem, type Model } from './reads.ts';
import type { Source, SourcePath } from './source.ts';

/** What a definition has wrong in itself, whatever departments there are: its graph, its mappings, its conditions. */
export function checkDefinition(definition: Definition, source: Source): Finding[] {
  const model = modelOf(definition);
  const check = new Check(model, source);
  for (const step of definition.steps) {
    check.name(step);
    check.order(step);
    check.mappings(step.input, ['steps', step.name, 'input'], step.name);
  }
  check.circle(definition.steps);
  check.conditions(definition);
  check.mappings(definition.result, ['result']);
  check.powers(definition.steps);
  return check.findings;
}

class Check {
  readonly findings: Finding[] = [];
  readonly #model: Model;
  readonly #source: Source;

  constructor(model: Model, source: Source) {
    this.#model = model;
    this.#source = source;
  }

  name({ name }: StepDefinition): void {
    if (this.#model.given.has(name))
      this.#add(['steps', name], 'reserved-name', `no step can be called ${name}, which is what was given: choose another name`);
  }

  order({ name, after }: StepDefinition): void {
    after.forEach((earlier, index) => {
      if (!this.#model.steps.has(earlier)) {
        this.#add(['steps', name, 'after', index], 'unknown-step', `${earlier} is no step: correct the name, or add the step`);
      }
    });
  }

  circle(steps: readonly StepDefinition[]): void {
    const circle = firstCircle(steps);
    if (!circle) return;
    const [first = '', second = ''] = circle;
    const index = this.#model.steps.get(first)?.after.indexOf(second) ?? 0;
    this.#add(
      ['steps', first, 'after', index],
      'cycle',
      `these steps wait for each other: ${circle.join(' → ')}: take one out of an \`after\``,
    );
  }

  mappings(mappings: Readonly<Record<string, Mapping>>, path: SourcePath, reader?: string): void {
    for (const [field, mapping] of Object.entries(mappings)) {
      const problem = typeof mapping === 'string' ? readProblem(this.#model, parsePath(mapping), reader) : undefined;
      if (problem) this.#add([...path, field], problem.rule, problem.message);
    }
  }

  conditions(definition: Definition): void {
    const compile = conditionCompiler(definition);
    for (const { name, when } of definition.steps) {
      if (when === undefined) continue;
      const path = ['steps', name, 'when'];
      try {
        const problems = compile(when).reads.map((read) => readProblem(this.#model, read, name));
        for (const problem of problems) if (problem) this.#add(path, problem.rule, problem.message);
      } catch (cause) {
        if (!(cause instanceof ConditionFailed)) throw cause;
        this.#add(path, 'condition', `this is no condition in CEL: ${cause.message}: correct the expression`);
      }
    }
  }

  /** Nobody reads here whether a power exists, or is in force: that takes the authority register. The author should know. */
  powers(steps: readonly StepDefinition[]): void {
    const [first] = steps;
    if (!first) return;
    const message =
      'powers are checked for presence only: whether each exists, is held by that authority and is in force is not checked yet';
    this.findings.push(this.#source.finding(['steps', first.name, 'power'], 'power-presence-only', message, 'warning'));
  }

  #add(path: SourcePath, rule: string, message: string): void {
    this.findings.push(this.#source.finding(path, rule, message));
  }
}
