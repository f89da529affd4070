import type { Infrastructure } from '../infrastructure.ts';
import { profileArgs } from '../profile/profile-args.ts';
import { runWindows } from '../measure/run-windows.ts';
import type { Options } from '../options.ts';
import type { Round } from '../report/result.ts';
import { type Kind, RAW, startRaw } from './raw-processes.ts';

/** One round of raw, or of what runs as raw does: each partition setting with fresh processes, databases and topics. */
export async function rawRound(at: Infrastructure, options: Options, kind: Kind = RAW): Promise<Round> {
  const round: Round = { windows: [], use: [] };
  for (const partitions of options.partitions) {
    const raw = await startRaw(at, kind, partitions, profileArgs(options.cpuProfile, kind.name));
    const watched = [...at.watched, ...raw.children];
    const { windows, use } = await runWindows({ name: kind.name, partitions, run: raw.run, watched }, options);
    round.windows.push(...windows);
    round.use.push(...use.map((one) => ({ ...one, name: `${one.name}, ${partitions} partitions` })));
    await raw.stop();
  }
  return round;
}
