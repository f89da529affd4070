import { collectProcessMetrics } from '../metrics.ts';
import { createApp } from './create-app.ts';
import { STOP_LIMIT } from './limits.ts';
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
  const app = await createApp(options, lifecycle);
  await app.listen(config.PORT, config.HOST);
  const url = await app.getUrl();

  let stopped: Promise<void> | undefined;
  const stop = () => {
    lifecycle.stopping = true;
    return (stopped ??= stopAll([{ name: 'HTTP', stop: () => app.close() }, ...onStop], STOP_LIMIT));
  };
  stopOnSignal(log, stop, config.STOP_WITH_PARENT);
  log.info({ url }, `${name} is listening`);
  return { app, url, stop };
}
