import type { z } from 'zod';

/** Levels of lists and objects inside one another; the deepest form that we know has four. */
const DEEPEST = 32;

interface Fault {
  readonly path: PropertyKey[];
  readonly message: string;
}

/** What is wrong with a text that no database keeps as it is; undefined if nothing is. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'must not hold the character NUL (U+0000)';
  return text.isWellFormed() ? undefined : 'must not hold half of a surrogate pair';
}

/**
 * Refuses what JSON can say and what cannot be kept and passed on as it is, wherever it stands in a body: NUL and halves of surrogate
 * pairs (PostgreSQL refuses them), numbers beyond the range of a double (JSON has no infinity), and more levels than programs that
 * read JSON recursively can bear.
 */
export function keepable<S extends z.ZodType>(schema: S): S {
  return schema.check(({ value, issues }) => {
    // Nearly all bodies can be kept, and where a fault would stand need not be known of them.
    if (isKeepable(value, 0)) return;
    for (const { path, message } of faultsIn(value, [])) issues.push({ code: 'custom', path, message, input: value });
  });
}

function isKeepable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return textFault(value) === undefined;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isKeepable(item, depth + 1));
  for (const key in value) {
    if (textFault(key) !== undefined || !isKeepable((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

function faultsIn(value: unknown, path: PropertyKey[]): Fault[] {
  if (typeof value === 'string') return faults(path, textFault(value));
  if (typeof value === 'number') return faults(path, Number.isFinite(value) ? undefined : 'must be a number between -1.8e308 and 1.8e308');
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > DEEPEST) return faults(path, `must not stand deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.flatMap((item, index) => faultsIn(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => {
    const fault = textFault(key);
    return fault ? faults(path, `has a field whose name ${fault}`) : faultsIn(item, [...path, key]);
  });
}

const faults = (path: PropertyKey[], message: string | undefined): Fault[] => (message === undefined ? [] : [{ path, message }]);
