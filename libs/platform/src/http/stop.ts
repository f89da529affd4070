import type { StopStep } from './service.ts';

/** A part of the service did not end in time. */
export class StopTimedOut extends Error {
  override name = 'StopTimedOut';
  readonly code = 'service.stop-timed-out';
}

/**
 * Ends parts one after another, all within `limit` milliseconds. A part that fails does not keep the next ones from being ended.
 * @throws {StopTimedOut} that names the part which did not end in time; an AggregateError of those that failed.
 */
export async function stopAll(steps: readonly StopStep[], limit: number): Promise<void> {
  let current = '';
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StopTimedOut(`${current} did not stop within ${limit / 1000} s of the signal`)), limit);
  });
  const all = async () => {
    const failed: Error[] = [];
    for (const step of steps) {
      current = step.name;
      await step
        .stop()
        .catch((cause: unknown) => failed.push(new Error(`${step.name} did not stop: ${(cause as Error).message}`, { cause })));
    }
    if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
  };
  try {
    await Promise.race([all(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
