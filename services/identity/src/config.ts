import { baseConfig, duration } from '@hengtong/platform';
import { z } from 'zod';

/** What every service is told, but for the bus: the issuer is not on it, and what else concerns it is optional. */
const shared = baseConfig.omit({ BUS: true });

/** What the issuer can be told by its environment. */
export const identityConfig = shared.extend({
  /** The file that says who there is: clients, applications, people. No default. */
  IDENTITY_SEED: z.string().min(1),
  /** The file with the secrets of clients and passwords of people; what is missing there is made and added. No default. */
  IDENTITY_SECRETS: z.string().min(1),
  /** How long a key signs. Milliseconds from an ISO 8601 duration; default 90 days. */
  SIGNING_ROTATION: duration.default(90 * 86_400_000),
  /** How long a key is published before it signs, so that whoever caches keys knows it by then. Milliseconds; default 1 hour. */
  SIGNING_NOTICE: duration.default(3_600_000),
});
export type IdentityConfig = z.infer<typeof identityConfig>;
