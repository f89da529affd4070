import { median, percentiles, round } from '../measure/percentiles.ts';
import type { Latency } from '../measure/percentiles.ts';
import type { ProcessUse } from '../measure/process-use.ts';
import { atMost } from './figure.ts';
import type { Measurement } from './figure.ts';
import { PROCESSES } from './sender.ts';
import type { Sender } from './sender.ts';
import type { Stage } from './stage.ts';

const [ENDPOINTS, HANGING] = [100, 10];
const PER_SECOND = 50;
/** Percent by which the p99 of those that do not hang may be another. */
const MARK = 20;

/** Rounds, each on a hub of its own, in turn with all well and with ten that hang, so that what the machine does besides meets both alike. */
export const hangingRounds = ({ quick }: { quick: boolean }): number => (quick ? 1 : 5);

/** What one round saw: latency with all well, and of the others while ten hang. */
export type HangingRound = { well: Latency; hanging: Latency; use: ProcessUse[] };

/** One round of (c): 100 endpoints, then 10 of them take requests and never answer. Each event is for four of them. */
export async function hangingRound({ agency, receivers, options, watch }: Stage, sender: Sender): Promise<HangingRound> {
  const sinks = await receivers.endpoints(ENDPOINTS);
  for (const [n, sink] of sinks.entries())
    await agency.subscribe({ delivery: 'webhook', sink, process: PROCESSES[n % PROCESSES.length] ?? '' });
  const sent = async (seconds: number, endpoints: number) => {
    const { sent: events } = await sender.send(PER_SECOND, seconds);
    await receivers.until((events * endpoints) / PROCESSES.length);
    return percentiles((await receivers.received()).latencies);
  };
  const seconds = options.quick ? 10 : 20;
  // Code that was just started gets faster while it runs, which would speak for what is measured last.
  await sent(options.quick ? 3 : 30, ENDPOINTS);
  const used = watch();
  const well = await sent(seconds, ENDPOINTS);
  await receivers.hang(Array.from({ length: HANGING }, (_, n) => n));
  return { well, hanging: await sent(seconds, ENDPOINTS - HANGING), use: used() };
}

/** (c) How much ten of a hundred endpoints that hang cost the other ninety: the median of the rounds, as one stall of the machine is a p99. */
export function hangingEndpoints(rounds: readonly HangingRound[]): Measurement {
  const of = (share: keyof Latency) => ({
    well: median(rounds.map(({ well }) => well[share])),
    hanging: median(rounds.map(({ hanging }) => hanging[share])),
  });
  const [p50, p99] = [of('p50'), of('p99')];
  const each = rounds.map(({ well, hanging }) => `${well.p99} and ${hanging.p99} ms`);
  return {
    figures: [atMost('change of the p99 of 90 endpoints when 10 others hang', round((p99.hanging / p99.well - 1) * 100), MARK, '%')],
    notes: [
      `all well: p50 ${p50.well} ms, p99 ${p99.well} ms; ten hang: p50 ${p50.hanging} ms, p99 ${p99.hanging} ms`,
      `p99 round by round: ${each.join(', ')}`,
    ],
    use: rounds.at(-1)?.use ?? [],
  };
}
