import { afterAll, beforeAll } from '@jest/globals';
import { commandTypes, type OpenCase } from '@hengtong/contracts';
import { type FreshDatabase, freshDatabase } from '@hengtong/testing';
import { exampleCase } from '../adapters/http/example-case.ts';
import { CaseBus } from './case-bus.ts';
import { Conversation } from './conversation.ts';
import { type Running, type Settings, start } from './orchestrator.ts';
import type { Rest } from './rest.ts';
import { busFor, type TestBus } from './test-bus.ts';

/** Milliseconds for what starts and stops servers. */
export const SERVERS = 30_000;

interface Parts {
  readonly database: FreshDatabase;
  readonly testBus: TestBus;
  readonly bus: CaseBus;
  readonly orchestrator: Running;
}

/** A database, an orchestrator on it and a client of the bus, from before the first test of a file to after the last. */
export class Backbone {
  private parts: Parts | undefined;

  constructor(settings: Settings = {}) {
    beforeAll(async () => {
      const database = await freshDatabase('orchestrator');
      const testBus = await busFor(database);
      const bus = await CaseBus.join(testBus.connect());
      this.parts = { database, testBus, bus, orchestrator: await start(database, testBus, settings) };
      await this.isUnderWay();
    }, SERVERS);
    afterAll(async () => {
      await this.parts?.orchestrator.stop();
      await this.parts?.bus.leave();
      await this.parts?.testBus.remove();
      await this.parts?.database.drop();
    }, SERVERS);
  }

  get rest(): Rest {
    return this.running.orchestrator.rest;
  }

  get bus(): CaseBus {
    return this.running.bus;
  }

  get database(): FreshDatabase {
    return this.running.database;
  }

  /** One more orchestrator on the same database and bus. */
  another(settings: Settings = {}): Promise<Running> {
    return start(this.running.database, this.running.testBus, settings);
  }

  open(application: OpenCase = exampleCase): Promise<Conversation> {
    return Conversation.open(this.rest, this.bus, application);
  }

  /** It listens before it has found the bus; what is accepted meanwhile waits. */
  private async isUnderWay(): Promise<void> {
    const { body } = await this.rest.open(exampleCase);
    await this.bus.until('the first command', () => this.bus.of(body.id, commandTypes.stepRequested)[0], SERVERS);
  }

  private get running(): Parts {
    if (!this.parts) throw new Error('not started yet');
    return this.parts;
  }
}

/** What registration answers in the tests. */
export const registered = { uscc: '91330106MA2AB1CD5X', licenceNumber: '330106000012345' };

/** What each step after it answers. */
export const granted: Readonly<Record<string, Record<string, unknown>>> = {
  seal: { sealNumber: '3301060012345' },
  tax: { taxpayerNumber: registered.uscc, taxpayerType: 'small-scale' },
  'social-insurance': { socialInsuranceNumber: 'SI-1' },
  'medical-insurance': { medicalInsuranceNumber: 'MI-1' },
  'housing-fund': { fundAccount: 'HF-1' },
};

export const afterwards = Object.keys(granted);
