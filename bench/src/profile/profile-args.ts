/** Node's options that make a process write a CPU profile into a folder when it ends; none without a folder. */
export function profileArgs(folder: string | undefined): string[] {
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
}
