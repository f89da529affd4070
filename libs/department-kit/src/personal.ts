import { type JsonSchema, MASKED, sensitivitiesIn } from '@hengtong/contracts';

/** A value may stand in a text by chance if it is shorter. */
const LEAST = 2;

/** Whether a field holds what is personal: of some of it that is declared, or of none of it anything. */
export function isPersonal(schema: JsonSchema | undefined, field: string): boolean {
  const fields = (schema?.['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  return !Object.hasOwn(fields, field) || sensitivitiesIn(fields[field]).has('personal');
}

/**
 * The error, with `***` for each personal value of `values` that its text repeats: an error is logged, kept in the case and with the dead
 * letter, and read by operators, who may not see these.
 */
export function withoutPersonal(error: unknown, values: unknown, schema: JsonSchema): unknown {
  if (typeof values !== 'object' || values === null) return error;
  const personal = Object.entries(values)
    .filter(([field]) => isPersonal(schema, field))
    .flatMap(([, value]) => textsIn(value))
    // The longest first: one may be part of another.
    .toSorted((one, other) => other.length - one.length);
  const mask = (text: string): string => personal.reduce((masked, value) => masked.replaceAll(value, MASKED), text);
  for (let each = error; each instanceof Error; each = each.cause) {
    // Not every error can be written to; one that says nothing personal need not be.
    const said = mask(each.message);
    if (said !== each.message) each.message = said;
    const trace = each.stack && mask(each.stack);
    if (trace !== undefined && trace !== each.stack) each.stack = trace;
  }
  return error;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.length < LEAST ? [] : [text];
}
