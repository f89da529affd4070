/** Does `work` every `milliseconds` until it is stopped. What fails is told to `failed`, and tried again the next time. */
export function every(milliseconds: number, work: () => Promise<void>, failed: (error: unknown) => void): { stop(): void } {
  const timer = setInterval(() => void work().catch(failed), milliseconds);
  return { stop: () => clearInterval(timer) };
}
