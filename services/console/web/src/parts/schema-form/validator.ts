import type { ErrorSchema, RJSFSchema, RJSFValidationError, ValidatorType } from '@rjsf/utils';
import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { type Schema as FieldSchema, schemaAt } from './titled.ts';

/** Says what is wrong with a value by a keyword of its schema. */
type Fault = (keyword: string, schema: FieldSchema) => string;

/**
 * Checks forms without making code at run time, as the usual validator does and the page's content security policy forbids. What is said
 * of an error is said of its keyword and the field's schema, in the language of the page.
 */
export function validatorFor(faultOf: Fault): ValidatorType<unknown> {
  const check = (schema: RJSFSchema, data: unknown): OutputUnit[] =>
    // The deepest say what is wrong; those around them only that something within is.
    new Validator(schema as Schema, '2020-12', false).validate(withoutGaps(data)).errors.filter(({ keyword }) => !AROUND.has(keyword));
  return {
    isValid: (schema, data) => check(schema, data).length === 0,
    rawValidation: <Result>(schema: RJSFSchema, data: unknown) => ({ errors: check(schema, data) as Result[] }),
    validateFormData: (data, schema) => {
      const errors = check(schema, data).map((unit) => errorOf(unit, schema, faultOf));
      return { errors, errorSchema: treeOf(errors) };
    },
  };
}

const AROUND = new Set(['properties', 'items', 'allOf', '$ref', 'anyOf', 'oneOf']);

function errorOf({ keyword, instanceLocation }: OutputUnit, schema: FieldSchema, faultOf: Fault): RJSFValidationError {
  const path = instanceLocation.split('/').slice(1);
  const message = faultOf(keyword, schemaAt(schema, path) ?? {});
  return { name: keyword, message, property: path.map((part) => `.${part}`).join(''), stack: message };
}

function treeOf(errors: readonly RJSFValidationError[]): ErrorSchema<unknown> {
  const root: ErrorTree = {};
  for (const { property = '', message = '' } of errors) {
    const place = property
      .split('.')
      .slice(1)
      .reduce<ErrorTree>((tree, part) => (tree[part] ??= {}) as ErrorTree, root);
    place.__errors = [...(place.__errors ?? []), message];
  }
  return root;
}

interface ErrorTree {
  __errors?: string[];
  [part: string]: ErrorTree | string[] | undefined;
}

/** A field that was emptied is one that was not filled in. */
function withoutGaps(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutGaps);
  if (typeof data !== 'object' || data === null) return data ?? {};
  return Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [[name, withoutGaps(value)]])));
}
