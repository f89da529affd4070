import { join } from 'node:path';
import { baseConfig, count, flag } from '@hengtong/platform';
import { z } from 'zod';

/** The repository's own catalogue, which lies in the same place beside the sources and beside what is built of them. */
const CATALOGUE = join(import.meta.dirname, '../../../catalogue');

/** Beside what every service is told. */
export const eventHubConfig = baseConfig.extend({
  /** The folder with `departments.yaml` and `capabilities/<department>.json`. Default: the repository's `catalogue`. */
  DEPARTMENTS_DIR: z.string().min(1).default(CATALOGUE),
  /** Days that events of cases are kept. Default 1,095, three years. */
  CASE_EVENTS_DAYS: count.default(1_095),
  /** Days that what the software says of itself is kept. Default 90. */
  TECHNICAL_EVENTS_DAYS: count.default(90),
  /** The name of this hub, as webhooks are asked to allow it (WebHook-Request-Origin). Default hengtong.local. */
  WEBHOOK_ORIGIN: z.string().min(1).default('hengtong.local'),
  /** Call webhooks at any address: by plain http, on any port, at private addresses. For tests and a developer's machine only. Default false. */
  WEBHOOKS_ANYWHERE: flag.default(false),
});
export type EventHubConfig = z.infer<typeof eventHubConfig>;
