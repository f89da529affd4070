import { z } from 'zod';
import { slug } from './fields.ts';

export const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** One line of `catalogue/departments.yaml`. */
export const DepartmentEntry = z.strictObject({
  name: slug,
  title: bilingual,
  port: z.number().int().min(1).max(65535).describe('At the default port base 4000; moves with --port-base'),
});
export type DepartmentEntry = z.infer<typeof DepartmentEntry>;
export const DepartmentList = z.array(DepartmentEntry);

const jsonSchema = z.record(z.string(), z.unknown());

/** What a department offers under one name; generated from its code into `catalogue/capabilities/<department>.json`. */
export const CapabilityManifest = z.object({
  title: bilingual,
  input: jsonSchema.describe('JSON Schema 2020-12'),
  output: jsonSchema.describe('JSON Schema 2020-12'),
  compensates: z.string().optional().describe('The capability that this one undoes'),
});
export type CapabilityManifest = z.infer<typeof CapabilityManifest>;

export const DepartmentManifest = z.object({
  department: slug,
  capabilities: z.record(z.string(), CapabilityManifest),
});
export type DepartmentManifest = z.infer<typeof DepartmentManifest>;
