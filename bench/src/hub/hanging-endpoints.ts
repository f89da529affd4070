import { median, percentiles, round } from '../measure/percentiles.ts';
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

/** What one round saw: p99 in milliseconds of the 90, with all well and with ten that hang. */
export type HangingRound = { well: number; hanging: number; use: ProcessUse[] };

/** One round of (c): 100 endpoints, then 10 of them take requests and never answer. Each event is for four of them. */
export async function hangingRound({ agency, receivers, options, watch }: Stage, sender: Sender): Promise<HangingRound> {
  const sinks = await receivers.endpoints(ENDPOINTS);
  for (const [n, sink] of sinks.entries())
    await agency.subscribe({ delivery: 'webhook', sink, process: PROCESSES[n % PROCESSES.length] ?? '' });
  const p99 = async (seconds: number, endpoints: number) => {
    const { sent } = await sender.send(PER_SECOND, seconds);
    await receivers.until((sent * endpoints) / PROCESSES.length);
    return percentiles((await receivers.received()).latencies).p99;
  };
  const seconds = options.quick ? 10 : 30;
  await p99(options.quick ? 3 : 10, ENDPOINTS);
  const used = watch();
  const well = await p99(seconds, ENDPOINTS);
  await receivers.hang(Array.from({ length: HANGING }, (_, n) => n));
  return { well, hanging: await p99(seconds, ENDPOINTS - HANGING), use: used() };
}

/** (c) How much ten of a hundred endpoints that hang cost the other ninety: the median of the rounds. */
export function hangingEndpoints(rounds: readonly HangingRound[]): Measurement {
  const changes = rounds.map(({ well, hanging }) => (hanging / well - 1) * 100);
  return {
    figures: [atMost('change of the p99 of 90 endpoints when 10 others hang', median(changes), MARK, '%')],
    notes: rounds.map(({ well, hanging }, n) => `${well} ms, then ${hanging} ms: ${round(changes[n] ?? NaN)} %`),
    use: rounds.at(-1)?.use ?? [],
  };
}
