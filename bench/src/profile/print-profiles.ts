import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { processOf, selfTimeByModule, sumSelfTimes } from './self-time.ts';
import type { CpuProfile } from './self-time.ts';

/** Modules below this share of the time are not listed. */
const WORTH_A_LINE = 0.01;

/** Reads all `.cpuprofile` files under a folder and prints where each service's time went: self time by module. */
export async function printProfiles(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.cpuprofile'));
  if (files.length === 0) throw new Error(`There is no .cpuprofile file under ${folder}: run with --cpu-profile first`);
  const profiles = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile));
  for (const [name, own] of Map.groupBy(profiles, processOf)) printOne(name, own);
}

function printOne(name: string, profiles: readonly CpuProfile[]): void {
  const sums = sumSelfTimes(profiles.map(selfTimeByModule));
  const all = sums.reduce((total, [, ms]) => total + ms, 0);
  console.log(`${name}: ${Math.round(all)} ms of CPU in ${profiles.length} runs`);
  for (const [module, ms] of sums.filter(([, each]) => each / all >= WORTH_A_LINE)) {
    console.log(`${String(Math.round(ms)).padStart(9)} ms ${((ms / all) * 100).toFixed(1).padStart(5)} %  ${module}`);
  }
}
