/** Does `work` every `milliseconds` until it is stopped. What fails is told to `failed`, and tried again the next time. */
export function every(milliseconds: number, work: () => Promise<unknown>, failed: (error: unknown) => void): { stop(): void } {
  const timer = setInterval(() => void work().catch(failed), milliseconds);
  return { stop: () => clearInterval(timer) };
}

/** The same, for the first time now. */
export function nowAndEvery(...[milliseconds, work, failed]: Parameters<typeof every>): ReturnType<typeof every> {
  void work().catch(failed);
  return every(milliseconds, work, failed);
}
