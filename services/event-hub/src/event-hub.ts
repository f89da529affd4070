import { EVENT_HUB } from '@hengtong/contracts';
import { BusStrategy } from '@hengtong/messaging';
import { createLogger, loadConfig, type Service, serveMessages, startService } from '@hengtong/platform';
import { controllers } from './adapters/http/controllers.ts';
import { openHub } from './app/open-hub.ts';
import { eventHubConfig } from './config.ts';

/** Starts the event hub in this process, configured by `env`. */
export async function serveEventHub(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = loadConfig(eventHubConfig, env);
  const log = createLogger({ service: EVENT_HUB, level: config.LOG_LEVEL });
  const { providers, messaging, checks, beforeStop, onStop } = await openHub(config, log);
  const service = await startService({
    name: EVENT_HUB,
    module: { module: EventHubModule, controllers, providers },
    config,
    log,
    checks,
    beforeStop,
    onStop,
    api: {
      title: 'Hengtong: event hub',
      description: 'What has happened, for those who may know it: pull, stream, webhooks.',
      version: '1.0.0',
    },
  });
  await serveMessages(service, messaging, new BusStrategy(messaging.intake), log);
  return service;
}

class EventHubModule {}
