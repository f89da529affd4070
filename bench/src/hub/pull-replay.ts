import { round } from '../measure/percentiles.ts';
import { atLeast } from './figure.ts';
import type { Measurement } from './figure.ts';
import { seedLog } from './seed.ts';
import type { Stage } from './stage.ts';

const PAGE = 1_000;
/** Events a second. */
const MARK = 20_000;

/** (e) How fast one who begins at the beginning gets a log of 1,000,000 events by pull. They were put there by SQL. */
export async function pullReplay({ hub, databaseUrl, agency, receivers, options, watch }: Stage): Promise<Measurement> {
  await hub.end('SIGTERM');
  const events = options.quick ? 100_000 : 1_000_000;
  await seedLog(databaseUrl, events);
  hub.start();
  await hub.ready();
  const used = watch();
  const { count, seconds, inOrder } = await receivers.pull({ url: hub.url, token: agency.token, limit: PAGE });
  if (count !== events || !inOrder) throw new Error(`${count} of ${events} events came${inOrder ? '' : ', not in order'}`);
  return {
    figures: [atLeast(`replay of ${events} events by pull`, round(count / seconds), MARK, 'events/s')],
    notes: [`${round(seconds)} s in pages of ${PAGE}, one after another, by one reader; none was left out, and none came twice`],
    use: used(),
  };
}
