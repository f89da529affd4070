import { setTimeout } from 'node:timers/promises';

import type { System } from '@hengtong/local';

import { startBenchSystem } from '../cases/bench-system.ts';
import { driveCases } from '../cases/case-driver.ts';
import { openCases } from '../cases/open-cases.ts';
import type { CasesOptions } from '../cases/open-cases.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { residentMegabytes } from '../measure/process-use.ts';
import { openProbe } from './database-probe.ts';
import type { DatabaseProbe } from './database-probe.ts';
import { verdict } from './verdict.ts';
import type { Finding, SoakSample } from './verdict.ts';

/** Shortened so that the first partitions are past their time within the soak. ISO 8601 durations. */
const RETENTION = { INBOX_RETENTION: 'PT2M', OUTBOX_RETENTION: 'PT1M', RETENTION_PARTITION: 'PT30S' };

/** Of what the system can do: a busy day, not a rush. */
const SHARE_OF_SATURATION = 0.7;

/** A minute of the soak is sampled this often, and cases are opened this many times a second. */
const SAMPLES_PER_MINUTE = 3;
const OPENINGS_PER_SECOND = 10;

/** How many minutes, and whether the event hub runs with the system. */
export type SoakOptions = { minutes: number; eventHub: boolean };

/** Runs `enterprise-startup` at 70 % of saturation for that many minutes and judges whether anything grows that should not. */
export async function soak(at: Infrastructure, { minutes, eventHub }: SoakOptions): Promise<Finding[]> {
  const system = await startBenchSystem(at, { env: RETENTION, eventHub });
  const options: CasesOptions = {
    process: 'enterprise-startup',
    orchestratorUrl: system.orchestratorUrl,
    token: () => system.tokenFor('applicants-portal'),
    kafka: at.kafka,
  };
  const saturated = await saturation(options);
  const perSecond = SHARE_OF_SATURATION * saturated;
  console.log(`saturated at ${saturated} cases/s: ${minutes} minutes at ${perSecond.toFixed(0)} cases/s`);
  const probe = await openProbe(system.services.map(({ databaseUrl }) => databaseUrl));
  const samples = await sampleUnderLoad(options, { perSecond, minutes, system, probe });
  await probe.close();
  await system.stop();
  return verdict(samples);
}

async function saturation(options: CasesOptions): Promise<number> {
  const driver = await driveCases(options);
  const { casesPerSecond } = await driver.run({ inFlight: 200, warmUpMs: 10_000, measureMs: 20_000 });
  await driver.stop();
  return casesPerSecond;
}

type SoakLoad = { perSecond: number; minutes: number; system: System; probe: DatabaseProbe };

async function sampleUnderLoad(options: CasesOptions, { perSecond, minutes, system, probe }: SoakLoad): Promise<SoakSample[]> {
  const count = { opened: 0, closed: 0 };
  const failure = Promise.withResolvers<never>();
  const cases = await openCases(options, {
    opened: () => count.opened++,
    closed: (posts) => (count.closed += posts.length),
    failed: failure.reject,
  });
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  // Open loop: what is due by the clock is opened, whether the cases before have closed or not.
  const opening = setInterval(() => cases.open(Math.floor(seconds() * perSecond) - count.opened), 1000 / OPENINGS_PER_SECOND);

  const samples: SoakSample[] = [];
  for (let index = 1; index <= minutes * SAMPLES_PER_MINUTE; index++) {
    await Promise.race([setTimeout((index * 60_000) / SAMPLES_PER_MINUTE - seconds() * 1000), failure.promise]);
    const resident = system.services.map(({ name, pid }) => [name, residentMegabytes(pid)] as const);
    const sample = { seconds: seconds(), ...count, residentMegabytes: Object.fromEntries(resident), ...(await probe.sample()) };
    samples.push(sample);
    console.log(line(sample));
  }
  clearInterval(opening);
  await cases.stop();
  return samples;
}

function line({ seconds, opened, closed, residentMegabytes: resident, keptBytes, passingBytes, partitions }: SoakSample): string {
  const memory = Object.values(resident).reduce((total, one) => total + one, 0);
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  return [
    `${seconds.toFixed(0)} s: ${closed} cases closed, ${opened - closed} open`,
    `${memory.toFixed(0)} MB resident, ${megabytes(keptBytes)} MB kept, ${megabytes(passingBytes)} MB in ${partitions.length} partitions`,
  ].join('; ');
}
