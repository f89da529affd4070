import { once } from 'node:events';
import { Controller, Get, Module } from '@nestjs/common';
import { Allows } from '../access/allows.ts';
import { baseConfig } from '../config/base-config.ts';
import { loadConfig } from '../config/load-config.ts';
import { runService } from '../config/run-service.ts';
import { createLogger } from '../logging/logger.ts';
import { startService } from './start-service.ts';

// A service for stop.e2e.spec.ts, which runs it from the build: HANG=1 gives it a part that never ends.

@Controller('v1')
class SlowController {
  /** Answers when the process has been told to stop. */
  @Get('slow')
  @Allows('cases:read', 'operator')
  async slow(): Promise<object> {
    await once(process, 'SIGTERM');
    return { answered: true };
  }
}

@Module({ controllers: [SlowController] })
class StoppableModule {}

await runService('stoppable', async () => {
  const config = loadConfig(baseConfig);
  const log = createLogger({ service: 'stoppable', level: config.LOG_LEVEL });
  const part = (name: string, ended = Promise.resolve()) => ({
    name,
    stop: async () => {
      await ended;
      log.info(`${name} ended`);
    },
  });
  const hanging = process.env['HANG'] ? new Promise<void>(() => undefined) : undefined;
  await startService({
    name: 'stoppable',
    module: StoppableModule,
    config,
    log,
    checks: {},
    onStop: [part('consumers', hanging), part('pool')],
    api: { title: 'Stoppable', description: 'For a test', version: '1' },
  });
});
