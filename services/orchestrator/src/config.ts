import { resolve } from 'node:path';
import { baseConfig } from '@hengtong/platform';
import { z } from 'zod';

/** Beside what every service is told. */
export const orchestratorConfig = baseConfig.extend({
  /** Folders with `processes/<id>/process.yaml`, joined as in PATH. Default `catalogue` where the service is started. */
  CATALOGUE_DIR: z.string().min(1).default('catalogue'),
  /** The folder with `departments.yaml` and `capabilities/<department>.json`. Default `catalogue` where the service is started. */
  DEPARTMENTS_DIR: z
    .string()
    .min(1)
    .default('catalogue')
    .transform((folder) => resolve(folder)),
});
