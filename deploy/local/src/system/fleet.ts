import { join } from 'node:path';
import { freePort } from '../ports/free-port.ts';
import { keepRunning } from '../services/keep-running.ts';
import type { ServicePlan } from '../services/service-plan.ts';
import { startService } from '../services/start-service.ts';
import { serviceEnvironment, type Surroundings } from './service-environment.ts';
import type { Settings } from './settings.ts';
import type { RunningService } from './system.ts';

/** All service processes of one system. */
export interface Fleet {
  readonly running: readonly RunningService[];
  /** Starts the first process of a service, on its own port; resolves when it is ready. */
  launch: (plan: ServicePlan) => Promise<RunningService>;
  /** Starts one more, on any free port. @throws when there is no such service. */
  join: (service: string) => Promise<RunningService>;
  /** Stops all, at once. */
  stop: () => Promise<void>;
}

/** A fleet with no process yet. */
export function createFleet(plans: readonly ServicePlan[], around: Surroundings, settings: Settings): Fleet {
  const { dataDir, nodeArgs, say } = settings;
  const running: RunningService[] = [];
  const place = ({ service }: RunningService) => plans.findIndex(({ name }) => name === service);

  const start = async (plan: ServicePlan, name: string): Promise<RunningService> => {
    const begun = Date.now();
    const env = serviceEnvironment(plan, around, process.env);
    const run = { plan, env, logFile: join(dataDir, 'logs', `${name}.log`), nodeArgs };
    const kept = await keepRunning(name, () => startService(run), settings);
    const url = `http://127.0.0.1:${plan.port}`;
    const service: RunningService = Object.assign(kept, {
      service: plan.name,
      title: plan.title,
      url,
      databaseUrl: env.DATABASE_URL ?? '',
    });
    running.push(service);
    // They come up in any order, and are shown in that of the plan.
    running.sort((a, b) => place(a) - place(b));
    say(`${name} is ready after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    return service;
  };

  return {
    running,
    launch: (plan) => start(plan, plan.name),
    async join(service) {
      const plan = plans.find(({ name }) => name === service);
      if (plan === undefined) throw new Error(`There is no service ${service}; there are ${plans.map(({ name }) => name).join(', ')}.`);
      const number = running.filter((one) => one.service === service).length + 1;
      return start({ ...plan, port: await freePort() }, `${service}-${number}`);
    },
    stop: async () => void (await Promise.all(running.map((service) => service.stop()))),
  };
}
