import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Builds every package that runs, unless none has changed since the last build. nx decides what has to be done again, and it takes
 * two seconds to find out that it is nothing: therefore the times of the sources are looked at first.
 * @param {string} root the repository
 * @param {string} node the Node to build on
 * @throws {Error} with the compiler's output when a package does not build.
 */
export async function build(root, node) {
  const stamp = join(root, 'deploy', 'local', 'dist', '.built');
  const packages = packagesOf(root);
  if (isBuilt(packages, stamp, [join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')])) return;
  const started = new Date();
  console.log(`building ${packages.length} packages`);
  await runNx(root, node, packages.length);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // What is edited while the build runs is newer than this.
  utimesSync(stamp, started, started);
  console.log(`built in ${((Date.now() - started.getTime()) / 1000).toFixed(1)} s`);
}

/**
 * The folders of the packages that `npm start` needs.
 * @param {string} root
 */
function packagesOf(root) {
  const under = ['libs', 'services', 'services/departments'].map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const folders = under.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return [...folders, join(root, 'deploy', 'local')].filter((folder) => existsSync(join(folder, 'tsconfig.json')));
}

/**
 * Whether each package has its output, and no source is newer than the stamp. A folder's time changes when a file in it comes or goes.
 * @param {string[]} packages
 * @param {string} stamp
 * @param {string[]} shared files that concern all packages
 */
export function isBuilt(packages, stamp, shared) {
  if (!existsSync(stamp) || packages.some((folder) => !existsSync(join(folder, 'dist')))) return false;
  const builtAt = statSync(stamp).mtimeMs;
  const sources = packages.flatMap((folder) => [
    join(folder, 'package.json'),
    join(folder, 'tsconfig.json'),
    ...['src', 'web'].flatMap((part) => tree(join(folder, part))),
  ]);
  return [...shared, ...sources].every((path) => statSync(path).mtimeMs <= builtAt);
}

/** @param {string} folder @returns {string[]} */
function tree(folder) {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? tree(join(folder, entry.name)) : entry.name.endsWith('.spec.ts') ? [] : [join(folder, entry.name)],
  );
  return [folder, ...inside];
}

/**
 * @param {string} root
 * @param {string} node
 * @param {number} total
 */
async function runNx(root, node, total) {
  const bin = join(root, 'node_modules', '.bin');
  const args = ['run-many', '--target=build', '--exclude=@hengtong/bench', '--output-style=static'];
  const nx = spawn(node, [realpathSync(join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js')), ...args], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', PATH: `${bin}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {string[]} */
  const printed = [];
  let done = 0;
  const read = async (/** @type {import('node:stream').Readable} */ stream) => {
    for await (const line of createInterface({ input: stream })) {
      printed.push(line);
      const project = /^> nx run (\S+):build/.exec(line)?.[1];
      if (project !== undefined) progress(`building ${++done} of ${total}: ${project}`);
    }
  };
  /** @type {Promise<number | null>} */
  const exit = new Promise((resolve, reject) => nx.once('error', reject).once('close', resolve));
  const [code] = await Promise.all([exit, read(nx.stdout), read(nx.stderr)]);
  progress('');
  if (code !== 0) throw new Error(`The build failed.\n${whatFailed(printed)}`);
}

/**
 * Of what nx printed, the part of each project that failed; all of it when nx names none.
 * @param {readonly string[]} printed lines
 */
export function whatFailed(printed) {
  const text = printed.join('\n');
  const failed = new Set([...(text.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+:build)$/gm)].map(([, task]) => task));
  const sections = text.split(/^> nx run /m).filter((section) => failed.has(section.split(/\s/, 1)[0]));
  return sections.length === 0 ? text : sections.map((section) => section.split(/^ NX /m)[0]?.trim()).join('\n\n');
}

/**
 * Shows a line that the next one overwrites, where there is a terminal to do that on.
 * @param {string} text
 */
function progress(text) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`);
}
