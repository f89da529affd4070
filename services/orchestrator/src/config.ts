import { join } from 'node:path';
import { baseConfig, count } from '@hengtong/platform';
import { z } from 'zod';

/** The repository's own catalogue, which lies in the same place beside the sources and beside what is built of them. */
const CATALOGUE = join(import.meta.dirname, '../../../catalogue');

/** Beside what every service is told. */
export const orchestratorConfig = baseConfig.extend({
  /** Folders with `processes/<id>/process.yaml`, joined as in PATH. Default: the repository's `catalogue`. */
  CATALOGUE_DIR: z.string().min(1).default(CATALOGUE),
  /** The folder with `departments.yaml` and `capabilities/<department>.json`. Default: the repository's `catalogue`. */
  DEPARTMENTS_DIR: z.string().min(1).default(CATALOGUE),
  /** Days for which counters by hour and day are kept. Default 400: a year, and a month to compare. */
  FLOWS_DAYS: count.default(400),
});
