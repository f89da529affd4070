import type { Actor, DeadLetterDisclosure } from '@hengtong/contracts';
import type { Database } from '../database.ts';

/** Records that somebody is about to see the body of a dead letter, and why. */
export async function recordDisclosure(db: Database, letter: string, { id, by, reason }: Omit<DeadLetterDisclosure, 'at'>): Promise<void> {
  await db.query('insert into dead_letter_disclosures (id, dead_letter, actor, reason) values ($1, $2, $3, $4)', [
    id,
    letter,
    JSON.stringify(by),
    reason,
  ]);
}

/** Who has seen it, latest first; at most a thousand. */
export async function listDisclosures(db: Database, letter: string): Promise<DeadLetterDisclosure[]> {
  const { rows } = await db.query<{ id: string; actor: Actor; reason: string; at: Date }>(
    'select id, actor, reason, at from dead_letter_disclosures where dead_letter = $1 order by id desc limit 1000',
    [letter],
  );
  return rows.map(({ id, actor, reason, at }) => ({ id, by: actor, reason, at: at.toISOString() }));
}
