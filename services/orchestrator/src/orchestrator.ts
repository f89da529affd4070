import { commandsTopic, type DepartmentManifest, eventsTopic, messageSchemas, ORCHESTRATOR, repliesTopic } from '@hengtong/contracts';
import { BusStrategy, DeadLetters, type Messaging } from '@hengtong/messaging';
import type { Database } from '@hengtong/persistence';
import {
  createLogger,
  DeadLettersController,
  loadConfig,
  openMessaging,
  readDepartments,
  readManifests,
  type Service,
  serveMessages,
  startService,
} from '@hengtong/platform';
import type { DynamicModule } from '@nestjs/common';
import { Pool } from 'pg';
import { RepliesController } from './adapters/bus/replies.controller.ts';
import { catalogueFolder } from './adapters/catalogue/catalogue-folder.ts';
import { CasesController } from './adapters/http/cases.controller.ts';
import { DisclosuresController } from './adapters/http/disclosures.controller.ts';
import { FlowsController } from './adapters/http/flows.controller.ts';
import { ProcessesController } from './adapters/http/processes.controller.ts';
import { dropOldKeys } from './adapters/postgres/drop-old-keys.ts';
import { dropOldCounters } from './adapters/postgres/flows/drop-old-counters.ts';
import { Definitions } from './app/definitions.ts';
import { FlowKeeper } from './app/flows/keeper.ts';
import { Overview } from './app/flows/overview.ts';
import { OpenCases } from './app/open-case.ts';
import { sendAgain } from './app/send-again.ts';
import { ShowCases } from './app/show-cases.ts';
import { TakeReplies } from './app/take-reply.ts';
import { orchestratorConfig } from './config.ts';
import { orchestratorMigrations } from './migrations.ts';

/** Starts the orchestrator in this process, configured by `env`. */
export async function serveOrchestrator(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = loadConfig(orchestratorConfig, env);
  const log = createLogger({ service: ORCHESTRATOR, level: config.LOG_LEVEL });
  const departments = await readDepartments(config.DEPARTMENTS_DIR);
  const manifests = await readManifests(config.DEPARTMENTS_DIR, departments);
  const offer = await catalogueFolder(config.CATALOGUE_DIR, manifests).read();
  // Needed by the dead letters of messaging, which is needed by what reads them.
  const late: { replies?: TakeReplies } = {};
  const { database, messaging, checks, onStop } = await openMessaging({
    service: ORCHESTRATOR,
    config,
    log,
    migrations: orchestratorMigrations,
    reads: departments.map((department) => repliesTopic(department)),
    writes: [...departments.map((department) => commandsTopic(department)), eventsTopic(ORCHESTRATOR)],
    schemas: messageSchemas,
    onDeadLetter: async (message, reason, deadLetter, unit) => late.replies?.failed(message, reason, deadLetter, unit),
    moved: async (message, unit) => late.replies?.moved(message, unit),
  });
  const definitions = new Definitions(database.pool, log);
  const replies = (late.replies = new TakeReplies(definitions));
  await definitions.load(offer);
  const oldKeys = dropOldKeys(database.pool, log);
  const oldCounters = dropOldCounters(database.pool, config.FLOWS_DAYS, log);
  const keeper = new FlowKeeper(database.pool, definitions, log);
  const service = await startService({
    name: ORCHESTRATOR,
    module: moduleOf({ database, messaging, definitions, replies, manifests, lagLimit: config.PUBLISH_LAG_LIMIT }),
    config,
    log,
    checks,
    onStop: [
      { name: 'idempotency keys', stop: async () => oldKeys.stop() },
      { name: 'old counters', stop: async () => oldCounters.stop() },
      { name: 'overview', stop: () => keeper.stop() },
      ...onStop,
    ],
    api: { title: 'Hengtong: orchestrator', description: 'Opens cases and follows them from application to result.', version: '1.0.0' },
  });
  keeper.start();
  await serveMessages(service, messaging, new BusStrategy(messaging.intake), log, async () => {
    const commands = await sendAgain(database.pool, messaging.runner, definitions);
    log.info({ commands }, 'sent again what open cases wait for');
  });
  return service;
}

class OrchestratorModule {}

interface Parts {
  readonly database: Database;
  readonly messaging: Messaging;
  readonly definitions: Definitions;
  readonly replies: TakeReplies;
  readonly manifests: readonly DepartmentManifest[];
  readonly lagLimit: number;
}

function moduleOf({ database, messaging, definitions, replies, manifests, lagLimit }: Parts): DynamicModule {
  return {
    module: OrchestratorModule,
    controllers: [CasesController, DisclosuresController, FlowsController, ProcessesController, RepliesController, DeadLettersController],
    providers: [
      { provide: Pool, useValue: database.pool },
      { provide: Definitions, useValue: definitions },
      { provide: TakeReplies, useValue: replies },
      { provide: DeadLetters, useValue: messaging.deadLetters },
      { provide: ShowCases, useValue: new ShowCases(database.pool, definitions, manifests) },
      { provide: Overview, useValue: new Overview(database.pool, definitions) },
      { provide: OpenCases, useValue: new OpenCases(definitions, messaging, lagLimit) },
    ],
  };
}
