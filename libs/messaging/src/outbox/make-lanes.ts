import type { Database } from '../database.ts';

/** The outbox has messages in another number of lanes than the configuration says. */
export class LanesChanged extends Error {
  override name = 'LanesChanged';
  readonly code = 'outbox.lanes-changed';
  constructor(has: number, wanted: number) {
    super(
      `this database sends its messages in ${has} lane(s), one for each partition of a topic, but the configuration says ${wanted}: ` +
        `cases would move between them while they run, and what waits in a lane too many would never be sent. Set BUS_PARTITIONS=${has}`,
    );
  }
}

/** Makes a lane for each partition. Their number is fixed once the first message is in one. @throws {LanesChanged} */
export async function makeLanes(db: Database, partitions: number): Promise<void> {
  const { rows } = await db.query<{ has: number }>(`select count(*)::int as has from outbox_lanes having bool_or(last > 0)`);
  const has = rows[0]?.has ?? partitions;
  if (has !== partitions) throw new LanesChanged(has, partitions);
  // Of an earlier start with another number, which has sent nothing.
  await db.query(`delete from outbox_lanes where lane >= $1`, [partitions]);
  await db.query(`insert into outbox_lanes (lane) select generate_series(0, $1::int - 1) on conflict do nothing`, [partitions]);
}
