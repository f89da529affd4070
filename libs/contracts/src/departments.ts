import { z } from 'zod';
import { bilingual } from './bilingual.ts';
import { EventDescription } from './events/event-type.ts';
import { slug } from './fields.ts';

/** Services of the platform, whose topics would be another's (DESIGN §2). */
const TAKEN = new Set(['orchestrator', 'registry', 'event-hub', 'console', 'identity', 'insights', 'portal']);

/** One line of `catalogue/departments.yaml`. */
export const DepartmentEntry = z.strictObject({
  name: slug.refine((name) => !TAKEN.has(name), 'must not be the name of a service of the platform'),
  title: bilingual,
  port: z.number().int().min(1).max(65535).describe('At the default port base 4000; moves with --port-base'),
});
export type DepartmentEntry = z.infer<typeof DepartmentEntry>;

/** All of them, each with a name and a port of its own: topics, databases and addresses follow from these. */
export const DepartmentList = z.array(DepartmentEntry).check(({ value, issues }) => {
  for (const key of ['name', 'port'] as const) {
    value.forEach((entry, index) => {
      if (value.findIndex((other) => other[key] === entry[key]) < index) {
        issues.push({ code: 'custom', path: [index, key], message: `must not be there twice: ${entry[key]}`, input: value });
      }
    });
  }
});

const jsonSchema = z.record(z.string(), z.unknown());

/** What a department offers under one name. */
export const CapabilityManifest = z.object({
  title: bilingual,
  input: jsonSchema.describe('JSON Schema 2020-12'),
  output: jsonSchema.describe('JSON Schema 2020-12'),
  compensates: z.string().optional().describe('The capability that this one undoes'),
});
export type CapabilityManifest = z.infer<typeof CapabilityManifest>;

/** What a department offers and tells of; generated from its code into `catalogue/capabilities/<department>.json`. */
export const DepartmentManifest = z.object({
  department: slug,
  capabilities: z.record(z.string(), CapabilityManifest),
  events: z.record(z.string(), EventDescription).describe('What it tells of on its topic, by type'),
});
export type DepartmentManifest = z.infer<typeof DepartmentManifest>;
