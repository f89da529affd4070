import type { DepartmentManifest } from '@hengtong/contracts';
import { z } from 'zod';
import type { Department } from './department.ts';

/** What a department offers, for those who write processes: generated from its code, never written by hand. */
export function manifestOf({ name, capabilities }: Department): DepartmentManifest {
  const entries = capabilities.flatMap(({ name: capability, title, input, output, compensation }) => [
    [capability, { title, input: schemaOf(input), output: schemaOf(output) }] as const,
    [compensation.name, { title: compensation.title, input: NOTHING, output: NOTHING, compensates: capability }] as const,
  ]);
  return { department: name, capabilities: Object.fromEntries(entries) };
}

const schemaOf = (schema: z.ZodType): Record<string, unknown> => z.toJSONSchema(schema, { io: 'input' });

const NOTHING = schemaOf(z.strictObject({}));
