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
 * What was thrown, with `***` for each personal value of `values` that its text repeats; its causes, and the errors that it gathers, likewise:
 * an error is logged, kept in the case and with the dead letter, and read by operators, who may not see these.
 */
export function withoutPersonal(thrown: unknown, values: Readonly<Record<string, unknown>>, schema: JsonSchema): unknown {
  const personal = Object.entries(values)
    .filter(([field]) => isPersonal(schema, field))
    .flatMap(([, value]) => textsIn(value))
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    // The longest first: one may be part of another.
    .toSorted((one, other) => other.length - one.length);
  return masked(thrown, (text) => personal.reduce((shown, value) => shown.replaceAll(value, MASKED), text), new Set());
}

function masked(thrown: unknown, mask: (text: string) => string, met: Set<Error>): unknown {
  if (typeof thrown === 'string') return mask(thrown);
  if (!(thrown instanceof Error) || met.has(thrown)) return thrown;
  met.add(thrown);
  const { message, stack, cause } = thrown;
  const [said, because] = [mask(message), masked(cause, mask, met)];
  const gathered = thrown instanceof AggregateError ? thrown.errors.map((each) => masked(each, mask, met)) : [];
  const changes = { ...(said !== message && { message: said }), ...(because !== cause && { cause: because }) };
  // An error that cannot be written to gives way to one that says as much.
  if (!Object.entries(changes).every(([name, value]) => Reflect.set(thrown, name, value))) return new Error(said, { cause: because });
  if (said !== message && stack !== undefined) thrown.stack = stack.replace(message, () => said);
  if (thrown instanceof AggregateError) Reflect.set(thrown, 'errors', gathered);
  return thrown;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  if (typeof value === 'string') return value.length < LEAST.text ? [] : [value];
  if (typeof value === 'number') return String(value).length < LEAST.number ? [] : [String(value)];
  return [];
}
