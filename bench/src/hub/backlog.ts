import { round } from '../measure/percentiles.ts';
import { atLeast } from './figure.ts';
import type { Measurement } from './figure.ts';
import { seedLog } from './seed.ts';
import type { Stage } from './stage.ts';

const ENDPOINTS = 10;
/** Deliveries a second. */
const MARK = 2_000;

/**
 * (b) How fast a backlog drains: the hub is stopped, events come into its log (by SQL), all of them for ten endpoints, and it is started
 * again. Counted from the first receipt to the last, matching included.
 */
export async function backlog({ hub, databaseUrl, agency, receivers, options, watch }: Stage): Promise<Measurement> {
  const sinks = await receivers.endpoints(ENDPOINTS);
  for (const sink of sinks) await agency.subscribe({ delivery: 'webhook', sink });
  await hub.end('SIGTERM');
  const events = options.quick ? 2_000 : 6_000;
  await seedLog(databaseUrl, events);
  hub.start();
  await hub.ready();
  const used = watch();
  const deliveries = events * ENDPOINTS;
  await receivers.until(deliveries);
  const { firstAt, lastAt, repeated } = await receivers.received();
  const seconds = (lastAt - firstAt) / 1000;
  return {
    figures: [atLeast('deliveries of a backlog by webhook', round(deliveries / seconds), MARK, 'deliveries/s')],
    notes: [`${deliveries} deliveries to ${ENDPOINTS} endpoints in ${round(seconds)} s, ${repeated} repeated`],
    use: used(),
  };
}
