import { execFileSync } from 'node:child_process';

/**
 * The process number of the npm that runs this script; undefined when none does, or where the system has no `ps`. npm passes signals on,
 * but its own `kill -9` it cannot: whoever wants to end with it has to look whether it is still there.
 */
export function npmProcess() {
  if (process.env.npm_lifecycle_event !== 'start') return undefined;
  try {
    const printed = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(process.ppid)], { encoding: 'utf8' });
    const [, above, command = ''] = /^\s*(\d+)\s+(.*)/.exec(printed) ?? [];
    // Most shells that npm runs a script by become that script; some stay and wait for it, named after it.
    return command.includes('start.mjs') ? Number(above) : process.ppid;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
