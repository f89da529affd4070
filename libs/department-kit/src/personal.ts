import { type JsonSchema, MASKED, sensitivitiesIn } from '@hengtong/contracts';

/** Shorter texts and numbers may stand in a sentence by chance. */
const LEAST = { text: 2, number: 4 };

/** Whether a field holds what is personal: some of it is declared so, or nothing is declared of it at all. */
function isPersonal(schema: JsonSchema | undefined, field: string): boolean {
  const fields = (schema?.['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  const declared = sensitivitiesIn(Object.hasOwn(fields, field) ? fields[field] : undefined);
  return declared.size === 0 || declared.has('personal');
}

/** The values with `***` in place of each that is personal. That there is none (null) may be seen. */
export function hidden(values: Readonly<Record<string, unknown>>, schema: JsonSchema | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value !== null && isPersonal(schema, name) ? MASKED : value]),
  );
}

/**
 * The error, with `***` for each personal value of `values` that its text repeats, and its causes likewise: an error is logged, kept in the
 * case and with the dead letter, and read by operators, who may not see these.
 */
export function withoutPersonal(error: unknown, values: Readonly<Record<string, unknown>>, schema: JsonSchema): unknown {
  const personal = Object.entries(values)
    .filter(([field]) => isPersonal(schema, field))
    .flatMap(([, value]) => textsIn(value))
    // The longest first: one may be part of another.
    .toSorted((one, other) => other.length - one.length);
  for (let each = error; each instanceof Error; each = each.cause) {
    const { message, stack } = each;
    const said = personal.reduce((masked, value) => masked.replaceAll(value, MASKED), message);
    // An error that cannot be written to gives way to one that says as much.
    if (said !== message && !Reflect.set(each, 'message', said)) return new Error(said);
    if (said !== message && stack !== undefined) each.stack = stack.replace(message, () => said);
  }
  return error;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  if (typeof value === 'string') return value.length < LEAST.text ? [] : [value];
  if (typeof value === 'number') return String(value).length < LEAST.number ? [] : [String(value)];
  return [];
}
