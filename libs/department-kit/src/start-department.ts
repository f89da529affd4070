import { commandsTopic, eventsTopic, messageSchemas, repliesTopic } from '@hengtong/contracts';
import { BatchRunner, BusStrategy, DeadLetters } from '@hengtong/messaging';
import {
  baseConfig,
  createLogger,
  DeadLettersController,
  loadConfig,
  openMessaging,
  runService,
  type Service,
  serveMessages,
  startService,
} from '@hengtong/platform';
import type { DynamicModule } from '@nestjs/common';
import { Pool } from 'pg';
import { CommandsController } from './commands/commands.controller.ts';
import { CommandHandlers } from './commands/take-commands.ts';
import { type Department, DEPARTMENT } from './department.ts';
import { CapabilitiesController } from './http/capabilities.controller.ts';
import { EventsController } from './http/events.controller.ts';
import { RecordsController } from './http/records.controller.ts';
import { WorkItemsController } from './http/work-items.controller.ts';
import { manifestOf } from './manifest.ts';
import { departmentMigrations } from './migrations.ts';
import { PublishEvents } from './publish-event.ts';
import { SettleWorkItems } from './work-items/settle-work-item.ts';

/**
 * What a department's `main.ts` is: the whole service from its declaration. With `--manifest` it prints what the department offers, for
 * `catalogue/capabilities/`, and ends.
 */
export async function startDepartment(department: Department): Promise<void> {
  if (process.argv.includes('--manifest')) {
    process.stdout.write(`${JSON.stringify(manifestOf(department), undefined, 2)}\n`);
    return;
  }
  await runService(department.name, () => serveDepartment(department, process.env));
}

/** Starts the service of a department in this process, configured by `env`. */
export async function serveDepartment(department: Department, env: NodeJS.ProcessEnv): Promise<Service> {
  const { name } = department;
  const config = loadConfig(baseConfig, env);
  const log = createLogger({ service: name, level: config.LOG_LEVEL });
  const commands = new CommandHandlers(department);
  const opened = await openMessaging({
    service: name,
    config,
    log,
    migrations: [...departmentMigrations, ...(department.migrations ?? [])],
    reads: [commandsTopic(name)],
    writes: [repliesTopic(name), eventsTopic(name)],
    schemas: messageSchemas,
    onDeadLetter: (message, reason, deadLetter, unit) => commands.failed(message, reason, deadLetter, unit),
    moved: (message, unit) => commands.moved(message, unit),
  });
  const { database, messaging, checks, onStop } = opened;
  const service = await startService({
    name,
    department: name,
    module: moduleOf(department, [
      { provide: DEPARTMENT, useValue: department },
      { provide: CommandHandlers, useValue: commands },
      { provide: Pool, useValue: database.pool },
      { provide: BatchRunner, useValue: messaging.runner },
      { provide: DeadLetters, useValue: messaging.deadLetters },
      { provide: PublishEvents, useValue: new PublishEvents(department, messaging.runner) },
      { provide: SettleWorkItems, useValue: new SettleWorkItems(database.pool, messaging.runner, commands) },
    ]),
    config,
    log,
    checks,
    onStop,
    api: { title: `Hengtong: ${name}`, description: 'Work items, records, capabilities and events of one department.', version: '1.0.0' },
  });
  await serveMessages(service, messaging, new BusStrategy(messaging.intake), log);
  return service;
}

class DepartmentModule {}

function moduleOf(department: Department, providers: NonNullable<DynamicModule['providers']>): DynamicModule {
  return {
    module: DepartmentModule,
    providers,
    controllers: [
      CommandsController,
      WorkItemsController,
      RecordsController,
      CapabilitiesController,
      EventsController,
      DeadLettersController,
      ...(department.controllers ?? []),
    ],
  };
}
