/** Milliseconds between two looks, and how long we look at the most, unless told. */
const EVERY = 20;
const WITHIN = 15_000;

/** Asks again until `look` neither throws nor rejects, and gives what it gave. @throws its last error when the time is over. */
export async function eventually<T>(look: () => T | Promise<T>, within = WITHIN, every = EVERY): Promise<T> {
  for (const until = performance.now() + within; ;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
