/**
 * One value of each row as an array of PostgreSQL, as `unnest($1::uuid[])` takes it. What is absent becomes null. A value for a json
 * column must be a text already (`JSON.stringify`). The driver would make the same of an array, at nearly twice the cost.
 */
export function column<Row>(rows: readonly Row[], valueOf: (row: Row) => string | number | Date | null | undefined): string {
  return `{${rows.map((row) => element(valueOf(row))).join(',')}}`;
}

function element(value: string | number | Date | null | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : value.toISOString();
  return `"${SPECIAL.test(text) ? text.replaceAll(SPECIALS, String.raw`\$&`) : text}"`;
}

const SPECIAL = /["\\]/;
const SPECIALS = /["\\]/g;
