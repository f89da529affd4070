import { percentiles } from '../measure/percentiles.ts';
import { atMost } from './figure.ts';
import type { Measurement } from './figure.ts';
import { PROCESSES } from './sender.ts';
import type { Sender } from './sender.ts';
import type { Stage } from './stage.ts';

const PER_SECOND = 200;
const SUBSCRIPTIONS = 50;
/** Milliseconds from before the transaction of an event to its receipt, of 99 in 100. */
const MARKS = { sse: 150, webhook: 300 };

/** (a) From the commit of an event to its receipt, at 200 events/s, with 50 subscriptions of which two match each event. */
export async function liveLatency(
  by: 'sse' | 'webhook',
  { hub, agency, receivers, options, watch }: Stage,
  sender: Sender,
): Promise<Measurement> {
  const wanted = Array.from({ length: SUBSCRIPTIONS }, (_, n) => PROCESSES[n % PROCESSES.length] ?? '');
  if (by === 'webhook') {
    const sinks = await receivers.endpoints(SUBSCRIPTIONS);
    for (const [n, sink] of sinks.entries()) await agency.subscribe({ delivery: 'webhook', sink, process: wanted[n] ?? '' });
  } else {
    const ids: string[] = [];
    for (const process of wanted) ids.push(await agency.subscribe({ delivery: 'sse', process }));
    await receivers.readers(
      ids.map((id) => `${hub.url}/v1/subscriptions/${id}/stream`),
      agency.token,
    );
  }
  const sent = async (seconds: number) => {
    const { sent: events } = await sender.send(PER_SECOND, seconds);
    await receivers.until((events * SUBSCRIPTIONS) / PROCESSES.length);
    return receivers.received();
  };
  await sent(options.quick ? 3 : 10);
  const used = watch();
  const { latencies, repeated } = await sent(options.quick ? 8 : 40);
  const { p50, p95, p99 } = percentiles(latencies);
  return {
    figures: [atMost(`p99 from commit to receipt by ${by}`, p99, MARKS[by], 'ms')],
    notes: [`p50 ${p50} ms, p95 ${p95} ms over ${latencies.length} receipts, ${repeated} of them repeated`],
    use: used(),
  };
}
