import { loadavg } from 'node:os';

import { freshDatabase } from '../infrastructure.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { round } from '../measure/percentiles.ts';
import { backlog } from './backlog.ts';
import type { Measurement } from './figure.ts';
import { hangingEndpoints, hangingRound, hangingRounds } from './hanging-endpoints.ts';
import type { HangingRound } from './hanging-endpoints.ts';
import type { FigureName, HubOptions } from './hub-options.ts';
import { kills } from './kills.ts';
import { liveLatency } from './live-latency.ts';
import { manyReaders } from './many-readers.ts';
import { printMeasurement } from './print-hub.ts';
import { pullReplay } from './pull-replay.ts';
import { openSender } from './sender.ts';
import type { Sender } from './sender.ts';
import { environmentOf, withStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** What was measured for each figure that was asked for, and how loaded the machine was before it (mean over a minute). */
export type HubResult = Partial<Record<FigureName, Measurement & { loadBefore: number }>>;

/** Measures the figures that were asked for, one after another, each on a hub with an empty database; tells each when it is there. */
export async function measureHub(at: Infrastructure, options: HubOptions): Promise<HubResult> {
  const result: HubResult = {};
  const on = <Result>(use: (stage: Stage) => Promise<Result>) => withStage(at, options, use);
  let sender: Sender | undefined;
  // Only when the first hub is ready: it makes the topics.
  const sending = async () => (sender ??= await openSender(await environmentOf(at, await freshDatabase(at.adminUrl, 'bench_sender', ''))));
  const measurements: Record<FigureName, () => Promise<Measurement>> = {
    a: async () => {
      const sse = await on(async (stage) => liveLatency('sse', stage, await sending()));
      const webhook = await on(async (stage) => liveLatency('webhook', stage, await sending()));
      return together([sse, webhook]);
    },
    b: () => on(backlog),
    c: async () => {
      const rounds: HangingRound[] = [];
      while (rounds.length < hangingRounds(options)) rounds.push(await on(async (stage) => hangingRound(stage, await sending())));
      return hangingEndpoints(rounds);
    },
    d: () => on(async (stage) => manyReaders(stage, await sending())),
    e: () => on(pullReplay),
    f: () => on(kills),
  };
  try {
    for (const name of options.only) {
      const loadBefore = round(loadavg()[0] ?? NaN);
      const measured = { ...(await measurements[name]()), loadBefore };
      result[name] = measured;
      console.log(printMeasurement(name, measured));
    }
  } finally {
    await sender?.stop();
  }
  return result;
}

/** Of two measurements one, with what the processes used in each. */
function together(measurements: readonly Measurement[]): Measurement {
  return {
    figures: measurements.flatMap(({ figures }) => figures),
    notes: measurements.flatMap(({ notes }) => notes),
    use: measurements.flatMap(({ use }, index) => use.map((one) => ({ ...one, name: `${one.name} ${index + 1}` }))),
  };
}
