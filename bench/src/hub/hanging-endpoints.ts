import { percentiles, round } from '../measure/percentiles.ts';
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

/** The receipts of one round, in milliseconds: with all well, and those of the others while ten hang. */
export type HangingRound = { well: number[]; hanging: number[]; use: ProcessUse[] };

/** One round of (c): 100 endpoints, then 10 of them take requests and never answer. Each event is for four of them. */
export async function hangingRound({ agency, receivers, options, watch }: Stage, sender: Sender): Promise<HangingRound> {
  const sinks = await receivers.endpoints(ENDPOINTS);
  for (const [n, sink] of sinks.entries())
    await agency.subscribe({ delivery: 'webhook', sink, process: PROCESSES[n % PROCESSES.length] ?? '' });
  const sent = async (seconds: number, endpoints: number) => {
    const { sent: events } = await sender.send(PER_SECOND, seconds);
    await receivers.until((events * endpoints) / PROCESSES.length);
    return (await receivers.received()).latencies;
  };
  const seconds = options.quick ? 10 : 20;
  await sent(options.quick ? 3 : 10, ENDPOINTS);
  const used = watch();
  const well = await sent(seconds, ENDPOINTS);
  await receivers.hang(Array.from({ length: HANGING }, (_, n) => n));
  return { well, hanging: await sent(seconds, ENDPOINTS - HANGING), use: used() };
}

/** (c) How much ten of a hundred endpoints that hang cost the other ninety, over the receipts of all rounds. */
export function hangingEndpoints(rounds: readonly HangingRound[]): Measurement {
  const well = percentiles(rounds.flatMap((one) => one.well));
  const hanging = percentiles(rounds.flatMap((one) => one.hanging));
  const each = rounds.map((one) => `${percentiles(one.well).p99} and ${percentiles(one.hanging).p99} ms`);
  return {
    figures: [atMost('change of the p99 of 90 endpoints when 10 others hang', round((hanging.p99 / well.p99 - 1) * 100), MARK, '%')],
    notes: [
      `all well: p50 ${well.p50} ms, p95 ${well.p95} ms, p99 ${well.p99} ms`,
      `ten hang: p50 ${hanging.p50} ms, p95 ${hanging.p95} ms, p99 ${hanging.p99} ms`,
      `p99 round by round: ${each.join(', ')}`,
    ],
    use: rounds.at(-1)?.use ?? [],
  };
}
