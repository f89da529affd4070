/**
 * Turns rows into one array per column, as `select * from unnest($1::text[], $2::int[])` takes them: one statement for any number
 * of rows. What is absent becomes null. A value for a json column must be a string already (`JSON.stringify`): the driver would write
 * an array inside as an array of PostgreSQL.
 */
export function columns<Row extends object, const Keys extends readonly (keyof Row)[]>(
  rows: readonly Row[],
  keys: Keys,
): { -readonly [I in keyof Keys]: (Row[Keys[I]] | null)[] } {
  const arrays = keys.map((key) => rows.map((row) => row[key] ?? null));
  return arrays as { -readonly [I in keyof Keys]: (Row[Keys[I]] | null)[] };
}
