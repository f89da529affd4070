import { BoundElsewhere, type BusStrategy, type Messaging, PartitionsChanged } from '@hengtong/messaging';
import type { Service } from '../http/service.ts';
import type { Logger } from '../logging/logger.ts';
import { withoutSecrets } from '../logging/secrets.ts';

/**
 * Lets a service's controllers take messages, and connects to the bus in the background, for as long as it takes: until then the service
 * answers requests, and its readiness says that the bus is away. What no waiting mends ends the process with a sentence; with 78
 * (EX_CONFIG of sysexits(3)) where another start would fail as well.
 * @param rebound called when the service works with another bus than before, and what is under way must be sent again
 */
export async function serveMessages(
  service: Service,
  messaging: Messaging,
  strategy: BusStrategy,
  log: Logger,
  rebound?: () => Promise<void>,
): Promise<void> {
  service.app.connectMicroservice({ strategy });
  await service.app.startAllMicroservices();
  const connected = messaging.connect().then(async (connection) => {
    log.info('connected to the bus');
    if (!connection.rebound) return;
    await rebound?.();
    await messaging.sentAgain();
  });
  connected.catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    log.fatal({ err: error }, reason);
    process.stderr.write(`the bus cannot be used: ${withoutSecrets(reason)}\n`);
    await service.stop().catch(() => undefined);
    process.exit(error instanceof BoundElsewhere || error instanceof PartitionsChanged ? 78 : 1);
  });
}
