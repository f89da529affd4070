/** Levels and entries of each level that are shown: the form of a message is to be seen, not its length. */
const [LEVELS, ENTRIES] = [32, 100];

/** What stands in the place of a value, and of what is left out. */
const [HIDDEN, MORE] = ['***', '…'];

/**
 * The form of a JSON body: names of fields, with `***` in the place of every value, because each may be personal. A name that reads like a
 * value, as in a map by number, is hidden too. undefined where the body is no JSON.
 */
export function structureOf(body: Buffer): unknown {
  try {
    return masked(JSON.parse(body.toString('utf8')), LEVELS);
  } catch {
    return undefined;
  }
}

function masked(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return HIDDEN;
  if (levels === 0) return MORE;
  if (Array.isArray(value)) {
    const shown = value.slice(0, ENTRIES).map((entry) => masked(entry, levels - 1));
    return value.length > ENTRIES ? [...shown, MORE] : shown;
  }
  const entries = Object.entries(value);
  const shown = entries.slice(0, ENTRIES).map(([name, inner]) => [shownName(name), masked(inner, levels - 1)]);
  return Object.fromEntries(entries.length > ENTRIES ? [...shown, [MORE, MORE]] : shown) as unknown;
}

/** As fields are named: letters, then letters, digits, `-`, `_`. */
const shownName = (name: string): string => (/^[A-Za-z][A-Za-z_-]{0,63}\d{0,2}$/.test(name) ? name : HIDDEN);
