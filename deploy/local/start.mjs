/**
 * What `npm start` runs: on a fresh clone, with whatever Node ≥ 20.19 the machine has and nothing installed. It installs what is
 * missing, finds the Node that the project brings, builds, and hands over to the launcher proper, which runs on that Node.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install } from './bootstrap/install.mjs';
import { isAlive, npmProcess } from './bootstrap/npm-process.mjs';
import { findRuntime, isAtLeast } from './bootstrap/runtime.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
// Asked for at once: it may be killed while this installs.
const npm = npmProcess();

try {
  if (!isAtLeast(process.version, '20.19.0')) throw new Error(`Node ≥ 20.19 is needed to install; this is ${process.version}.`);
  install(root);
  const node = findRuntime(root);
  await build(root, node);
  handOver(node);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The launcher ends with this process, whichever way: Ctrl-C reaches both, other signals are passed on, and the channel says the rest. */
function handOver(/** @type {string} */ node) {
  const launcher = spawn(node, ['--max-semi-space-size=2', join(here, 'dist', 'main.js'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  process.on('SIGINT', () => undefined);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => launcher.kill(signal));
  const endWithNpm = () => {
    if (npm !== undefined && !isAlive(npm)) launcher.kill('SIGTERM');
  };
  setInterval(endWithNpm, 1000).unref();
  launcher.once('error', (error) => console.error(error.message));
  launcher.once('exit', (code) => process.exit(code ?? 1));
}
