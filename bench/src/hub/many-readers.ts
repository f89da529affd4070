import { residentMegabytes } from '../measure/process-use.ts';
import { round } from '../measure/percentiles.ts';
import { atMost } from './figure.ts';
import type { Measurement } from './figure.ts';
import type { Sender } from './sender.ts';
import type { Stage } from './stage.ts';

const READERS = 2_000;
/** Megabytes of resident memory. */
const MARK = 400;
/** Milliseconds between two looks at the memory. */
const LOOK = 100;

/** (d) What 2,000 readers of the live stream cost in memory, at the most while they open and while events come that all of them get. */
export async function manyReaders({ hub, agency, receivers, options, watch }: Stage, sender: Sender): Promise<Measurement> {
  let most = 0;
  const looking = setInterval(() => (most = Math.max(most, residentMegabytes(hub.pid))), LOOK);
  const used = watch();
  await receivers.readers(
    Array.from({ length: READERS }, () => `${hub.url}/v1/events/stream`),
    agency.token,
  );
  const open = residentMegabytes(hub.pid);
  const { sent } = await sender.send(2, options.quick ? 5 : 20);
  await receivers.until(sent * READERS);
  clearInterval(looking);
  const { count, repeated, latencies } = await receivers.received();
  return {
    figures: [atMost(`resident memory with ${READERS} readers, at the most`, round(most), MARK, 'MB')],
    notes: [
      `${round(open)} MB when all had been opened; each of ${READERS} got each of ${sent} events: ${count} receipts, ${repeated} repeated`,
      `the slowest receipt came after ${latencies.reduce((slowest, each) => Math.max(slowest, each), 0)} ms`,
    ],
    use: used(),
  };
}
