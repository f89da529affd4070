import { setTimeout } from 'node:timers/promises';

import { round } from '../measure/percentiles.ts';
import { atMost } from './figure.ts';
import type { Measurement } from './figure.ts';
import { pendingDeliveries, seedLog } from './seed.ts';
import type { Stage } from './stage.ts';

const ENDPOINTS = 10;
/** Percent of deliveries that may come twice. */
const MARK = 1;
/** Milliseconds between two looks whether all is delivered. */
const LOOK = 200;

/** (f) Kills the hub (SIGKILL) again and again while it delivers, once for each 5,000 deliveries, and counts what is lost and what comes twice. */
export async function kills({ hub, databaseUrl, agency, receivers, options, watch }: Stage): Promise<Measurement> {
  const sinks = await receivers.endpoints(ENDPOINTS);
  for (const sink of sinks) await agency.subscribe({ delivery: 'webhook', sink });
  await hub.end('SIGTERM');
  const times = options.quick ? 3 : 20;
  const deliveries = times * 5_000;
  await seedLog(databaseUrl, deliveries / ENDPOINTS);
  hub.start();
  const used = watch();
  for (let killed = 0; killed < times; killed++) {
    // Not at the end of the log: there must be something to deliver, each time.
    await receivers.until(Math.round(((killed + 0.5) * deliveries) / times));
    await hub.end('SIGKILL');
    hub.start();
  }
  await receivers.until(deliveries);
  while ((await pendingDeliveries(databaseUrl)) > 0) await setTimeout(LOOK);
  const { count, repeated, otherId } = await receivers.received();
  const lost = deliveries - (count - repeated);
  return {
    figures: [
      atMost('deliveries that never came', lost, 0, 'deliveries'),
      atMost('deliveries that came twice', round((repeated / deliveries) * 100), MARK, '%'),
      atMost('deliveries that came again under another webhook-id', otherId, 0, 'deliveries'),
    ],
    notes: [
      `${deliveries} deliveries, the hub killed ${times} times; ${repeated} came twice`,
      'what the killed runs of the hub used of the CPU counts as that of the bench',
    ],
    use: used(),
  };
}
