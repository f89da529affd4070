import { join } from 'node:path';
import { baseConfig, duration } from '@hengtong/platform';
import { z } from 'zod';

/** The repository's own catalogue, which lies in the same place beside the sources and beside what is built of them; so does the page. */
const CATALOGUE = join(import.meta.dirname, '../../../catalogue');
const PAGE = join(import.meta.dirname, '../dist/web');

/** What every service is told, but for the bus, on which the console is not. */
const shared = baseConfig.omit({ BUS: true });

const origin = z
  .url({ protocol: /^https?$/, error: 'must be like https://console.example' })
  .refine((text) => new URL(text).href === `${new URL(text).origin}/`, 'must have neither a path nor a query')
  .transform((text) => new URL(text).origin);

/** `orchestrator=http://127.0.0.1:4002,taxation=http://127.0.0.1:4103`, read as address by name. */
const addresses = z
  .string()
  .regex(
    /^[a-z-]+=https?:\/\/[^\s,=]+(,\s*[a-z-]+=https?:\/\/[^\s,=]+)*$/,
    'must be like orchestrator=http://127.0.0.1:4002, several joined by commas',
  )
  .transform((list) => new Map(list.split(/,\s*/).map((entry) => entry.split('=', 2) as [string, string])))
  .refine((map) => [...map.values()].every((url) => URL.canParse(url)), 'must have addresses that can be read');

/** What the console can be told by its environment. */
export const consoleConfig = shared.extend({
  /** Where browsers reach the console. Default: http://127.0.0.1 on its own port. */
  CONSOLE_URL: origin.optional(),
  /** Where browsers reach the issuer, if its name is known to the services alone. Default: by its name. */
  OIDC_BROWSER_URL: origin.optional(),
  /** Which application of the issuer the console is: one without a secret, for people (authorization code with PKCE). Default console. */
  OIDC_CLIENT_ID: z.string().min(1).default('console'),
  /** The services that calls are passed on to, by name. No default. */
  SERVICE_URLS: addresses,
  /** The folder with `departments.yaml`. Default: the repository's `catalogue`. */
  DEPARTMENTS_DIR: z.string().min(1).default(CATALOGUE),
  /** The built page. Default: where the build puts it. */
  PAGE_DIR: z.string().min(1).default(PAGE),
  /** How long a session lasts without a request. Milliseconds from an ISO 8601 duration; default 1 hour. */
  SESSION_IDLE: duration.default(3_600_000),
  /** How long a session lasts at all. Milliseconds; default 8 hours, a working day. */
  SESSION_LIMIT: duration.default(8 * 3_600_000),
});
export type ConsoleConfig = z.infer<typeof consoleConfig>;
