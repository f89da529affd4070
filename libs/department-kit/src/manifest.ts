import { describeEvent, type DepartmentManifest } from '@hengtong/contracts';
import { z } from 'zod';
import type { Department } from './department.ts';
import { recordVoided } from './events.ts';

/** What a department offers and tells of, for those who write processes and those who subscribe: generated from its code, never written by hand. */
export function manifestOf({ name, capabilities, events }: Department): DepartmentManifest {
  const entries = capabilities.flatMap(({ name: capability, title, input, output, compensation }) => [
    [capability, { title, input: schemaOf(input), output: schemaOf(output) }] as const,
    [compensation.name, { title: compensation.title, input: NOTHING, output: NOTHING, compensates: capability }] as const,
  ]);
  const told = [...events, recordVoided].map((event) => [event.type, describeEvent(event)] as const);
  return { department: name, capabilities: Object.fromEntries(entries), events: Object.fromEntries(told) };
}

export const schemaOf = (schema: z.ZodType): Record<string, unknown> => z.toJSONSchema(schema, { io: 'input' });

const NOTHING = schemaOf(z.strictObject({}));
