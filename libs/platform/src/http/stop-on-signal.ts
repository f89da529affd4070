import type { Logger } from 'pino';

/**
 * Stops on SIGTERM, SIGINT or, with `withParent`, when the pipe from the parent closes, and then ends the process: with 0, or with 1 and a
 * sentence that says what did not stop. A second signal ends it at once.
 */
export function stopOnSignal(log: Logger, stop: () => Promise<void>, withParent: boolean): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) {
      log.warn({ reason }, 'ended at once, with work under way');
      process.exit(1);
    }
    stopping = true;
    log.info({ reason }, 'stopping');
    void end(log, stop);
  };
  process.on('SIGTERM', begin).on('SIGINT', begin);
  if (!withParent) return;
  // The parent never writes; reading is how its end is noticed, also after `kill -9`.
  process.stdin.resume().once('close', () => stopping || begin('the launcher is gone'));
}

async function end(log: Logger, stop: () => Promise<void>): Promise<void> {
  try {
    await stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, (error as Error).message);
    process.exit(1);
  }
}
