import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { jarsInCache, mavenCommand } from './jars.ts';

const run = promisify(execFile);

/** Kafka 4 needs Java 17 for the broker (KIP-1013). */
const oldestJava = 17;

/** Whether a local broker can be had here, or a phrase that says what is missing. */
export type KafkaAvailability = { ok: true } | { ok: false; missing: string };

/** Asks for Java ≥ 17 and for Maven; Maven is not needed once the jars are in the cache. */
export async function kafkaAvailable(): Promise<KafkaAvailability> {
  const printed = await run('java', ['-version']).then(
    (done) => done.stderr + done.stdout,
    () => undefined,
  );
  if (printed === undefined) return { ok: false, missing: `Java ≥ ${oldestJava} (there is no "java" command)` };
  const version = javaMajor(printed);
  if (version === undefined || version < oldestJava)
    return { ok: false, missing: `Java ≥ ${oldestJava} (this is ${version ?? 'of an unknown version'})` };
  if (await jarsInCache()) return { ok: true };
  const maven = await run(mavenCommand, ['-v']).then(
    () => true,
    () => false,
  );
  return maven ? { ok: true } : { ok: false, missing: 'Maven, to fetch Kafka (there is no "mvn" command)' };
}

/** The major version in what `java -version` prints: 17 for `"17.0.15"`, 8 for `"1.8.0_392"`, undefined when it says none. */
export function javaMajor(printed: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(printed)?.[1];
  return found === undefined ? undefined : Number(found);
}
