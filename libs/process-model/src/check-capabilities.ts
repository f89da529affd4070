import type { CapabilityManifest, DepartmentManifest } from '@hengtong/contracts';
import { z } from 'zod';
import { conditionCompiler } from './conditions.ts';
import type { Definition, Mapping, StepDefinition } from './definition.ts';
import type { JsonSchema } from './fields.ts';
import type { Finding } from './finding.ts';
import { follow, formatRead, modelOf, parsePath, requiredOf, type Model, type Place, type Read } from './reads.ts';
import type { Source, SourcePath } from './source.ts';

/**
 * Holds a definition against what departments offer: each capability is there and takes what the mapping gives it, gives what the
 * step keeps, and is undone by the one that says it undoes it.
 * @param source where the definition was read from, so that findings have a line
 */
export function checkCapabilities(definition: Definition, manifests: readonly DepartmentManifest[], source: Source): Finding[] {
  const check = new CapabilityCheck(definition, manifests, source);
  for (const step of definition.steps) check.step(step);
  return check.findings;
}

class CapabilityCheck {
  readonly findings: Finding[] = [];
  readonly #model: Model;
  readonly #departments: ReadonlyMap<string, DepartmentManifest>;
  readonly #source: Source;
  readonly #compile: ReturnType<typeof conditionCompiler>;

  constructor(definition: Definition, manifests: readonly DepartmentManifest[], source: Source) {
    this.#model = modelOf(definition);
    this.#departments = new Map(manifests.map((manifest) => [manifest.department, manifest]));
    this.#source = source;
    this.#compile = conditionCompiler(definition);
  }

  step(step: StepDefinition): void {
    const path = ['steps', step.name];
    const department = this.#departments.get(step.department);
    if (!department) {
      const known = [...this.#departments.keys()].join(', ');
      return this.#add(
        [...path, 'department'],
        'unknown-department',
        `there is no department ${step.department}: choose one of ${known}, or add it`,
      );
    }
    const capability = offered(department, step.capability);
    if (!capability) return this.#add([...path, 'capability'], 'unknown-capability', notOffered(department, step.capability));
    this.#input(step, capability.input, [...path, 'input']);
    this.#output(step, capability.output, [...path, 'output']);
    if (step.compensate) this.#compensation(step, step.compensate.capability, department, [...path, 'compensate', 'capability']);
  }

  #compensation(step: StepDefinition, name: string, department: DepartmentManifest, path: SourcePath): void {
    const capability = offered(department, name);
    if (!capability) return this.#add(path, 'unknown-capability', notOffered(department, name));
    if (capability.compensates === step.capability) return;
    const undoes = capability.compensates ?? 'nothing';
    this.#add(path, 'compensation-mismatch', `${name} undoes ${undoes}, not ${step.capability}: name the capability that undoes it`);
  }

  #output(step: StepDefinition, schema: JsonSchema, path: SourcePath): void {
    step.output.forEach((field, index) => {
      const place = follow(schema, [field]);
      if (place?.certain) return;
      const promise = place ? 'does not always give' : 'never gives';
      this.#add([...path, index], 'output-not-promised', `${step.capability} ${promise} ${field}: take it out of \`output\``);
    });
  }

  #input(step: StepDefinition, schema: JsonSchema, path: SourcePath): void {
    for (const field of requiredOf(schema)) {
      if (!Object.hasOwn(step.input, field)) this.#add(path, 'input-missing', `${step.capability} needs ${field}: map it under \`input\``);
    }
    for (const [field, mapping] of Object.entries(step.input)) {
      const target = follow(schema, [field]);
      const problem = target
        ? this.#mapping(step, field, mapping, target)
        : { rule: 'input-unknown', message: `${step.capability} does not take ${field}: remove it` };
      if (problem) this.#add([...path, field], problem.rule, problem.message);
    }
  }

  #mapping(step: StepDefinition, field: string, mapping: Mapping, target: Place): { rule: string; message: string } | undefined {
    if (typeof mapping !== 'string') {
      const checked = z.fromJSONSchema(target.schema).safeParse(mapping.value);
      if (checked.success) return undefined;
      return { rule: 'input-type', message: `${step.capability} does not accept this ${field}: ${checked.error.issues[0]?.message}` };
    }
    const read = parsePath(mapping);
    const origin = this.#origin(read);
    if (!origin) return undefined;
    if (!fits(origin.schema, target.schema)) {
      const types = `${String(origin.schema['type'])}, but ${step.capability} takes ${String(target.schema['type'])} for ${field}`;
      return { rule: 'input-type', message: `${mapping} is ${types}: map another value` };
    }
    if (!target.certain || origin.certain || this.#guarded(step, read)) return undefined;
    return {
      rule: 'input-may-be-absent',
      message: `${step.capability} needs ${field}, but ${mapping} may be absent: guard the step with \`when\`, or map another value`,
    };
  }

  /** Where a read value comes from; not certain if it is optional, or its step may be skipped. Unknown if its department is. */
  #origin({ root, fields }: Read): Place | undefined {
    const given = this.#model.given.get(root);
    if (given) return follow(given, fields);
    const step = this.#model.steps.get(root);
    const department = this.#departments.get(step?.department ?? '');
    const schema = step && department && offered(department, step.capability)?.output;
    if (!schema) return undefined;
    const place = follow(schema, fields) ?? { schema: {}, certain: false };
    return { ...place, certain: place.certain && step.when === undefined };
  }

  /** Whether the step's own condition looks at the value, or at what holds it: then its author has thought of that. */
  #guarded(step: StepDefinition, read: Read): boolean {
    if (step.when === undefined) return false;
    const path = formatRead(read);
    return this.#compile(step.when).reads.some((guard) => path === formatRead(guard) || path.startsWith(`${formatRead(guard)}.`));
  }

  #add(path: SourcePath, rule: string, message: string): void {
    this.findings.push(this.#source.finding(path, rule, message));
  }
}

const offered = (department: DepartmentManifest, capability: string): CapabilityManifest | undefined =>
  Object.hasOwn(department.capabilities, capability) ? department.capabilities[capability] : undefined;

const notOffered = ({ department, capabilities }: DepartmentManifest, capability: string): string =>
  `${department} does not offer ${capability}: choose one of ${Object.keys(capabilities).join(', ')}`;

/** Whether a value of one schema can be one of another, by type alone; what says no type is given the benefit of the doubt. */
function fits(from: JsonSchema, to: JsonSchema): boolean {
  const given = [from['type']].flat();
  const taken = new Set([to['type']].flat());
  if (given[0] === undefined || taken.has(undefined)) return true;
  return given.some((type) => taken.has(type) || (type === 'integer' && taken.has('number')));
}
