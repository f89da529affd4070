/** Like Promise.all, but waits for every one even when one fails, so that nothing comes up behind a clean-up. @throws the first failure. */
export async function settled<const T extends readonly unknown[]>(promises: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
