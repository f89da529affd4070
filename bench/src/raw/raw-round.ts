import type { Infrastructure } from '../infrastructure.ts';
import { profileArgs } from '../profile/profile-args.ts';
import { watchProcesses } from '../measure/process-use.ts';
import type { ProcessUse } from '../measure/process-use.ts';
import { runWindows } from '../measure/run-windows.ts';
import { warmUp } from '../measure/warm-up.ts';
import type { Options } from '../options.ts';
import type { Round, Window } from '../report/result.ts';
import { type Kind, RAW, startRaw } from './raw-processes.ts';

/** One round of raw, or of what runs as raw does: each partition setting with fresh processes, databases and topics. */
export async function rawRound(at: Infrastructure, options: Options, kind: Kind = RAW): Promise<Round> {
  const windows: Window[] = [];
  const use: ProcessUse[] = [];
  for (const partitions of options.partitions) {
    const raw = await startRaw(at, kind, partitions, profileArgs(options.cpuProfile, kind.name));
    await warmUp(raw.run, options.warmUp);
    const used = watchProcesses([...at.watched, ...raw.children]);
    windows.push(...(await runWindows(kind.name, partitions, raw.run, options)));
    use.push(...used().map((one) => ({ ...one, name: `${one.name}, ${partitions} partitions` })));
    await raw.stop();
  }
  return { windows, use };
}
