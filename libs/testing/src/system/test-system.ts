import { freePortBase, startSystem, type System, type SystemOptions } from '@hengtong/local';
import { issuerUrl } from '../issuer.ts';
import { removeScratchFolder, scratchFolder } from '../scratch-folder.ts';

/** A whole system of a test's own, whose parts may be killed. */
export interface TestSystem extends System {
  /** What it keeps: logs, passwords, and `local.json`, by which tests in other processes find it. */
  readonly dataDir: string;
}

/**
 * Starts a whole system on servers and ports of its own: with a broker where one can be had, on the embedded bus elsewhere. `stop`
 * deletes what it kept, unless the test brought the folder.
 * @throws when there is no broker and HENGTONG_REQUIRE_KAFKA is 1, so that CI never tests less than it says.
 */
export async function startTestSystem(options: Partial<SystemOptions> = {}): Promise<TestSystem> {
  // Topics and databases have the same names in every system: servers that whoever runs the tests has named are left alone.
  for (const name of ['KAFKA_BROKERS', 'KAFKA_USERNAME', 'KAFKA_PASSWORD', 'DATABASE_URL']) delete process.env[name];
  const dataDir = options.dataDir ?? (await scratchFolder());
  const bus = process.env.HENGTONG_REQUIRE_KAFKA === '1' ? 'kafka' : 'auto';
  // Their own issuer, so that a test can be whoever it needs to be.
  const env = { OIDC_ISSUER: await issuerUrl(), ...options.env };
  const system = await startSystem({ bus, portBase: await freePortBase(), ...options, dataDir, env });
  return {
    ...system,
    dataDir,
    async stop() {
      await system.stop();
      if (options.dataDir === undefined) await removeScratchFolder(dataDir);
    },
  };
}
