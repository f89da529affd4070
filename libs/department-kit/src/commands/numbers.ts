import { loader } from '@hengtong/messaging';

/** Numbers of a sequence, one for each key; a key is a request and is never asked twice. */
const numbersOf = (sequence: string) =>
  loader<string, number>({
    name: `numbers-of-${sequence}`,
    absent: Number.NaN,
    query: async (db, keys) => {
      const { rows } = await db.query<{ number: string }>({
        name: 'numbers',
        text: `select nextval($1::regclass) as number from generate_series(1, $2::int)`,
        values: [sequence, keys.length],
      });
      return new Map(keys.map((key, index) => [key, Number(rows[index]?.number)]));
    },
  });

const known = new Map<string, ReturnType<typeof numbersOf>>();

/** The loader of a PostgreSQL sequence. Numbers may have gaps, never repeats. */
export function numbers(sequence: string): ReturnType<typeof numbersOf> {
  const made = known.get(sequence) ?? numbersOf(sequence);
  known.set(sequence, made);
  return made;
}
