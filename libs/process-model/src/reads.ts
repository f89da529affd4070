import { Applicant } from '@hengtong/contracts';
import { z } from 'zod';
import type { Definition, StepDefinition } from './definition.ts';
import { objectSchema, type JsonSchema } from './fields.ts';
import { predecessors } from './graph.ts';

/** A value that a mapping or a condition reads: `input`, `applicant` or the name of a step, and the way from there. */
export interface Read {
  readonly root: string;
  readonly fields: readonly string[];
}

/** Reads a mapping's path, `register.uscc`. */
export function parsePath(path: string): Read {
  const [root = '', ...fields] = path.split('.');
  return { root, fields };
}

export const formatRead = ({ root, fields }: Read): string => [root, ...fields].join('.');

/** Where a way through a schema ends, and whether a value is always there. */
export interface Place {
  readonly schema: JsonSchema;
  readonly certain: boolean;
}

/** Follows `fields` through the properties of a JSON Schema; undefined where there is no such property. */
export function follow(schema: JsonSchema, fields: readonly string[]): Place | undefined {
  let here = schema;
  let certain = true;
  for (const field of fields) {
    const properties = here['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
    if (!properties) return here['type'] === undefined || here['type'] === 'object' ? { schema: {}, certain: false } : undefined;
    if (!Object.hasOwn(properties, field)) return undefined;
    certain &&= requiredOf(here).includes(field);
    here = properties[field] ?? {};
  }
  return { schema: here, certain };
}

export const requiredOf = (schema: JsonSchema): readonly string[] => (schema['required'] ?? []) as readonly string[];

const applicantSchema = z.toJSONSchema(Applicant) as JsonSchema;

/** What there is to read in a definition, and who may read it. */
export interface Model {
  readonly steps: ReadonlyMap<string, StepDefinition>;
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** The schema of `input` or `applicant`. */
  readonly given: ReadonlyMap<string, JsonSchema>;
}

export function modelOf(definition: Definition): Model {
  return {
    steps: new Map(definition.steps.map((step) => [step.name, step])),
    before: predecessors(definition.steps),
    given: new Map([
      ['input', objectSchema(definition.input)],
      ['applicant', applicantSchema],
    ]),
  };
}

/** What is wrong with a read, and what to do. */
export interface ReadProblem {
  readonly rule: 'unknown-step' | 'unknown-field' | 'read-before-produced';
  readonly message: string;
}

/** Judges a read by `reader`, a step; the result of the process, read when all is over, has no reader. */
export function readProblem(model: Model, read: Read, reader?: string): ReadProblem | undefined {
  const path = formatRead(read);
  const given = model.given.get(read.root);
  if (given) {
    if (follow(given, read.fields)) return undefined;
    const where =
      read.root === 'input'
        ? 'declare it under `input:`, or correct the path'
        : 'an applicant has kind, idType, idNumber, name and reference';
    return { rule: 'unknown-field', message: `there is no ${path}: ${where}` };
  }
  const step = model.steps.get(read.root);
  if (!step) return { rule: 'unknown-step', message: `${path} reads ${read.root}, which is no step: correct the name, or add the step` };
  if (reader !== undefined && !model.before.get(reader)?.has(read.root)) {
    return {
      rule: 'read-before-produced',
      message: `${path} is read before ${read.root} is over: add ${read.root} to \`after\` of ${reader}`,
    };
  }
  const [field] = read.fields;
  if (field === undefined || step.output.includes(field)) return undefined;
  return { rule: 'unknown-field', message: `step ${read.root} does not give ${field}: add it to its \`output\`, or read another field` };
}
