import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { selfTimeByModule, sumSelfTimes } from './self-time.ts';
import type { CpuProfile } from './self-time.ts';

/** Modules below this share of the time are not listed. */
const WORTH_A_LINE = 0.005;

/** Reads all `.cpuprofile` files under a folder and prints where their processes' time went, as a whole and each by its folder. */
export async function printProfiles(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.cpuprofile'));
  if (files.length === 0) throw new Error(`There is no .cpuprofile file under ${folder}: run with --cpu-profile first`);
  const times = await Promise.all(
    files.map(async (file) => selfTimeByModule(JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile)),
  );
  const sums = sumSelfTimes(times);
  const all = sums.reduce((total, [, ms]) => total + ms, 0);
  console.log(`${files.length} processes, ${Math.round(all)} ms of CPU`);
  for (const [name, ms] of sums.filter(([, each]) => each / all >= WORTH_A_LINE)) {
    console.log(`${String(Math.round(ms)).padStart(9)} ms ${((ms / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
  }
}
