import type { Infrastructure } from '../infrastructure.ts';
import { runWindows } from '../measure/run-windows.ts';
import type { Options } from '../options.ts';
import type { Round } from '../report/result.ts';
import type { Process } from './applications.ts';
import { processesOf, startBenchSystem } from './bench-system.ts';
import { driveCases } from './case-driver.ts';

/** One round of the real system: `chain`, then `enterprise-startup`. From round to round it finds its data again. */
export async function casesRound(at: Infrastructure, options: Options): Promise<{ chain: Round; enterpriseStartup: Round }> {
  const system = await startBenchSystem(at, options);
  const applicant = (): Promise<string> => system.tokenFor('applicants-portal');
  const measure = async (process: Process): Promise<Round> => {
    const driver = await driveCases({ process, orchestratorUrl: system.orchestratorUrl, token: applicant, kafka: at.kafka });
    const { partitions, run } = driver;
    const round = await runWindows({ name: process, partitions, run, watched: processesOf(at, system) }, options);
    await driver.stop();
    return round;
  };
  const round = { chain: await measure('chain'), enterpriseStartup: await measure('enterprise-startup') };
  await system.stop();
  return round;
}
