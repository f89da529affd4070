import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `npm ci` unless what is installed is what package-lock.json asks for.
 * @param {string} root the repository
 * @throws {Error} when npm fails; it has printed why.
 */
export function install(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (isInstalled(wanted, installed)) return;
  console.log(
    installed === undefined ? 'installing the dependencies, once (npm ci)' : 'the dependencies have changed: installing them (npm ci)',
  );
  const started = Date.now();
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.error !== undefined) throw new Error(`npm cannot be run: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`npm ci failed (${done.signal ?? `exit code ${done.status}`}).`);
  console.log(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * @typedef {{ version?: string, resolved?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/**
 * Compares what npm was asked for with what npm noted down of its last installation. By content, because times of files change with
 * every checkout. What is optional may be absent: it is for another system.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    const present = installed.packages[path];
    if (present === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return present.version === entry.version && present.link === entry.link;
  });
}

/** @param {string} file */
function readLock(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
