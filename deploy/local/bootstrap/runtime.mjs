import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The services run on Node 24 from its first long-term release on. */
export const oldestRuntime = '24.11.0';

/**
 * The path of a Node ≥ 24.11: the one that came with the dependencies, else the machine's own.
 * @param {string} root the repository
 * @throws {Error} with what to do when there is neither.
 */
export function findRuntime(root) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = ['linux-x64', 'linux-arm64', 'darwin-x64', 'win-x64'].map((system) =>
    join(root, 'node_modules', `node-${system}`, 'bin', program),
  );
  const found = [...brought.filter((path) => existsSync(path)), process.execPath].find((path) => isAtLeast(versionOf(path), oldestRuntime));
  if (found !== undefined) return found;
  throw new Error(
    `The services need Node ≥ ${oldestRuntime.replace(/\.0$/, '')}. There is none among the dependencies for ${process.platform}-${process.arch}, ` +
      `and this machine's own is ${process.version}. Install Node 24 LTS and start again.`,
  );
}

/** @param {string} path */
function versionOf(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'v0.0.0';
  }
}

/**
 * Whether a version like `v24.21.0` is the oldest that will do, or newer.
 * @param {string} version
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const [a, b] = [version, oldest].map((text) => text.replace(/^v/, '').split('.').map(Number));
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
  return at === -1 || (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
