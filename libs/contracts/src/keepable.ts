import type { z } from 'zod';

/** Levels of lists and objects inside one another; the deepest form that we know has four. */
export const DEEPEST = 32;

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
    lookAt(value, [], (path, message) => issues.push({ code: 'custom', path, message, input: value }));
  });
}

type Report = (path: PropertyKey[], message: string) => void;

/** `path` is where `value` stands. It is the same list all the way, and copied only where there is something to say. */
function lookAt(value: unknown, path: PropertyKey[], report: Report): void {
  const say = (message: string | undefined): void => void (message !== undefined && report([...path], message));
  if (typeof value === 'string') return say(textFault(value));
  if (typeof value === 'number') return say(Number.isFinite(value) ? undefined : 'must be a number between -1.8e308 and 1.8e308');
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEEPEST) return say(`must not stand deeper than ${DEEPEST} levels`);
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const fault = typeof key === 'string' ? textFault(key) : undefined;
    if (fault !== undefined) {
      say(`has a field whose name ${fault}`);
      continue;
    }
    path.push(key);
    lookAt(item, path, report);
    path.pop();
  }
}
