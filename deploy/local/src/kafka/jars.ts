import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withFileLock } from '../file-lock.ts';

const run = promisify(execFile);
/** The Maven program of this system. */
export const mavenCommand = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
const pom = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));

/** The folder that keeps Kafka's jars between starts and clones: `HENGTONG_CACHE`, default `~/.cache/hengtong`; one folder per version. */
async function cacheFolder(): Promise<string> {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(await readFile(pom, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${pom} names no kafka.version.`);
  return join(process.env.HENGTONG_CACHE ?? join(homedir(), '.cache', 'hengtong'), `kafka-${version}`);
}

/** Whether the jars were fetched before, so that Maven is not needed. */
export async function jarsInCache(): Promise<boolean> {
  return (await stat(await cacheFolder()).catch(() => undefined)) !== undefined;
}

/**
 * The folder with Kafka's jars. The first call has Maven fetch what kafka/pom.xml names (some 45 jars, 44 MB); it appears whole or not
 * at all, and of several processes at once one fetches and the others wait.
 * @throws with Maven's own words when it cannot.
 */
export async function kafkaJars(log: (line: string) => void): Promise<string> {
  const folder = await cacheFolder();
  if (await jarsInCache()) return folder;
  await mkdir(join(folder, '..'), { recursive: true });
  await withFileLock(`${folder}.lock`, 300_000, async () => {
    if (!(await jarsInCache())) await fetchJars(folder, log);
  });
  return folder;
}

async function fetchJars(folder: string, log: (line: string) => void): Promise<void> {
  log(`fetching Apache Kafka with Maven, once, into ${folder}`);
  const half = await mkdtemp(`${folder}-`);
  const args = ['-B', '-q', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${half}`];
  try {
    await run(mavenCommand, args, { shell: process.platform === 'win32' });
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    const printed = (error as { stdout?: string }).stdout ?? '';
    throw new Error(`Maven could not fetch Apache Kafka:\n${printed.trim().split('\n').slice(0, 8).join('\n')}`, { cause: error });
  }
}
