import { ORCHESTRATOR } from '@hengtong/contracts';
import { kafkaBus } from '@hengtong/messaging';
import { embeddedTestBus, type FreshDatabase, type TestBus, testBrokers } from '@hengtong/testing';

export type { TestBus } from '@hengtong/testing';

export const DEPARTMENTS = [
  'market-regulation',
  'public-security',
  'taxation',
  'human-resources',
  'healthcare-security',
  'housing-fund',
] as const;

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** This run's broker, and where none could be had (the run's set-up has said so) an embedded bus. */
export async function busFor(orchestrator: FreshDatabase): Promise<TestBus> {
  const brokers = testBrokers();
  if (!brokers) return embedded(orchestrator);
  return {
    settings: { BUS: 'kafka', KAFKA_BROKERS: brokers.join(',') },
    connect: () => kafkaBus({ brokers, clientId: 'everybody-else', log }),
    remove: () => Promise.resolve(),
  };
}

/** An embedded bus of its own, with the access list of the whole system. */
export const embedded = (orchestrator: FreshDatabase): Promise<TestBus> => embeddedTestBus(ORCHESTRATOR, orchestrator, DEPARTMENTS);
