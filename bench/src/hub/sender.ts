import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { eventsTopic, ORCHESTRATOR } from '@hengtong/contracts';
import { baseConfig, createLogger, loadConfig, openMessaging } from '@hengtong/platform';

import { TYPE } from './agency.ts';

/** Processes that events are of in turn. */
export const PROCESSES = Array.from({ length: 25 }, (_, n) => `p${n}`);

/** Sends events of cases as the orchestrator does: by the outbox of a database of its own, and the bus. */
export type Sender = {
  /** Sends at a steady rate for so many seconds, each event in its turn of the clock whether the ones before have arrived or not. */
  send: (perSecond: number, seconds: number) => Promise<{ sent: number }>;
  stop: () => Promise<void>;
};

/** Milliseconds between two looks at what is due by the clock. */
const TICK = 5;

/** Opens it. The topic must be there: the hub makes it. `env` is what a service is told. */
export async function openSender(env: Record<string, string>): Promise<Sender> {
  const topic = eventsTopic(ORCHESTRATOR);
  const { messaging, onStop } = await openMessaging({
    service: ORCHESTRATOR,
    config: loadConfig(baseConfig, { ...env, PORT: '0' }),
    log: createLogger({ service: ORCHESTRATOR, level: 'warn' }),
    migrations: [],
    reads: [],
    writes: [topic],
    schemas: {},
  });
  // Who consumes nothing is assigned no lanes: it takes the one that there is.
  messaging.relay.want([0]);
  let n = 0;
  const sendOne = (): void => {
    const subject = randomUUID();
    const event = {
      topic,
      type: TYPE,
      subject,
      process: PROCESSES[n % PROCESSES.length],
      processversion: 1,
      division: '330106',
      sequence: 1,
    };
    // The moment before the transaction that commits it.
    const data = { code: 'HT-20261124-7K3M9QX2-D', asks: ['register'], n: ++n, sentAt: Date.now() };
    void messaging.runner.run({ key: subject, cause: {}, run: async (unit) => void unit.send({ ...event, data }) });
  };
  return {
    send: async (perSecond, seconds) => {
      const begun = performance.now();
      const all = perSecond * seconds;
      for (let sent = 0; sent < all; await setTimeout(TICK)) {
        const due = Math.min(all, Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1);
        for (; sent < due; sent++) sendOne();
      }
      return { sent: all };
    },
    stop: async () => {
      for (const step of onStop) await step.stop();
    },
  };
}
