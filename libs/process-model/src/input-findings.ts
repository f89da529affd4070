import { z } from 'zod';
import type { Definition } from './definition.ts';
import { objectSchema, type Field, type JsonSchema } from './fields.ts';
import { formatFault, nationalFormats } from './formats.ts';

/** What an application's input has wrong: a JSON pointer (RFC 6901) into the input, and a sentence. */
export interface InputFinding {
  readonly pointer: string;
  readonly detail: string;
}

const compiled = new WeakMap<Definition, z.ZodType>();

/** The JSON Schema (2020-12) of a process's one form. */
export const inputSchemaOf = (definition: Definition): JsonSchema => objectSchema(definition.input);

/** Checks an application's input against the form: missing, of another type or form, unknown. Compiled once per definition. */
export function inputFindings(definition: Definition, input: Readonly<Record<string, unknown>>): InputFinding[] {
  let schema = compiled.get(definition);
  if (!schema) compiled.set(definition, (schema = z.fromJSONSchema(inputSchemaOf(definition))));
  const checked = schema.safeParse(input);
  const broken = checked.success ? [] : checked.error.issues.flatMap((issue) => inputFinding(issue, input));
  return [...broken, ...nationalFindings(definition.input, input, '')];
}

/** The formats that JSON Schema does not know, wherever a value of the right shape stands. */
function nationalFindings(fields: Readonly<Record<string, Field>>, value: unknown, pointer: string): InputFinding[] {
  if (!isObject(value)) return [];
  return Object.entries(fields).flatMap(([name, field]) => nationalFinding(field, value[name], pointer + pointerOf([name])));
}

function nationalFinding(field: Field, value: unknown, pointer: string): InputFinding[] {
  const { format, items, properties } = field;
  if (properties) return nationalFindings(properties, value, pointer);
  if (items && Array.isArray(value)) return value.flatMap((item, index) => nationalFinding(items, item, `${pointer}/${index}`));
  const national = nationalFormats.find((known) => known === format);
  const detail = national && typeof value === 'string' ? formatFault(national, value) : undefined;
  return detail === undefined ? [] : [{ pointer, detail }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function inputFinding(issue: z.core.$ZodIssue, input: unknown): InputFinding[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer + pointerOf([key]), detail: 'is not a field of this form: remove it' }));
  }
  const value = issue.path.reduce<unknown>((here, key) => (here as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
  return [{ pointer, detail: value === undefined ? 'is missing' : issue.message }];
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
