import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openAccess } from '../access/open-access.ts';
import type { Logger } from '../logging/logger.ts';
import { collectProcessMetrics } from '../metrics.ts';
import { createApp } from './create-app.ts';
import { HTTP_STOP_LIMIT, STOP_LIMIT } from './limits.ts';
import type { Service, ServiceOptions } from './service.ts';
import { stopAll } from './stop.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * Starts a service's REST side, and sees to its end: on SIGTERM it is no longer ready, takes no new request, answers those under way,
 * then goes through `onStop`, all within 10 s.
 * @throws when the port is taken or the module cannot be built; nothing listens then.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, config, log, onStop } = options;
  collectProcessMetrics();
  const lifecycle = { stopping: false };
  const access = openAccess(options);
  const app = await createApp(options, lifecycle, access);
  await app.listen(config.PORT, config.HOST);
  const url = await app.getUrl();

  let stopped: Promise<void> | undefined;
  const stop = () => {
    lifecycle.stopping = true;
    access.stop();
    options.beforeStop?.();
    return (stopped ??= stopAll([{ name: 'HTTP', stop: () => closeHttp(app, log) }, ...onStop], STOP_LIMIT));
  };
  stopOnSignal(log, stop, config.STOP_WITH_PARENT);
  log.info({ url }, `${name} is listening`);
  return { app, url, stop };
}

/** A caller that does not read its answer must not keep messages from being drained. */
async function closeHttp(app: NestFastifyApplication, log: Logger): Promise<void> {
  const cutOff = setTimeout(() => {
    log.warn('requests that did not end are cut off');
    app.getHttpServer().closeAllConnections();
  }, HTTP_STOP_LIMIT);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}
