import { join } from 'node:path';

/** Node's options that make a process write a CPU profile into `folder/of` when it ends; none without a folder. */
export function profileArgs(folder: string | undefined, of: 'raw' | 'told' | 'system' | 'hub'): string[] {
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(folder, of)}`];
}
