import type { z } from 'zod';

/** A file or folder without which there is nothing to run. Its message names it, and says what is wrong there. */
export class UnreadableCatalogue extends Error {
  override name = 'UnreadableCatalogue';
  readonly code = 'catalogue.unreadable';

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Reads what must be there. @throws {UnreadableCatalogue} */
export async function orUnreadable<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new UnreadableCatalogue(path, cause);
  }
}

/** The value, held against its schema. @throws with each fault and its place in one line. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
}
