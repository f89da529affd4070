import { v7 as uuidv7 } from 'uuid';
import type { BusLog, EventBus } from '../bus/index.ts';
import { Outbox, Relay } from '../outbox/index.ts';
import type { Database } from '../database.ts';
import { BatchRunner, type Outcome } from '../runner/index.ts';
import type { Stamp } from '../unit-of-work/index.ts';

export const silent: BusLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The message type of these tests: `{ n: 1 }`. */
export const counted = 'gov.hengtong.number.counted.v1';

export interface SendingProcessOptions {
  readonly service: string;
  readonly topic: string;
  /** Its name among the processes of the service. */
  readonly name: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly partitions: number;
  /** Lanes that it wants; all unless told. */
  readonly wants?: readonly number[];
  readonly leaseSeconds?: number;
}

/** One process of a service that only sends: outbox, relay and runner as `Messaging` puts them together. */
export interface SendingProcess {
  readonly relay: Relay;
  readonly runner: BatchRunner;
  /** Sends these numbers under a key, in one transaction. */
  send(key: string, ...numbers: number[]): Promise<Outcome>;
}

export function startSending({ service, topic, name, database, bus, partitions, ...options }: SendingProcessOptions): SendingProcess {
  const relay = new Relay({ database, bus, owner: name, log: silent, sweepEvery: 50, leaseSeconds: options.leaseSeconds ?? 10 });
  const observer = { batch: () => undefined, outcome: () => undefined, trouble: () => undefined };
  const runner = new BatchRunner({ database, consumer: service, outbox: new Outbox(relay, partitions), stamp: stampOf(service), observer });
  relay.start();
  relay.want(options.wants ?? Array.from({ length: partitions }, (_, lane) => lane));
  const send: SendingProcess['send'] = (key, ...numbers) =>
    runner.run({
      key,
      cause: {},
      run: async (unit) => numbers.forEach((n) => unit.send({ topic, type: counted, subject: key, data: { n } })),
    });
  return { relay, runner, send };
}

export const stampOf =
  (source: string): Stamp =>
  ({ topic, ...rest }, time) => ({ topic, message: { id: uuidv7(), source, time, ...rest } });
