import { z } from 'zod';

/**
 * Who may see a value. `public`: anybody; `internal`: departments that take part in the case; `personal`: a natural person
 * can be told from it (Personal Information Protection Law 个人信息保护法, article 4), so it never stands in an event.
 */
export type Sensitivity = 'public' | 'internal' | 'personal';

/** Gives a field the data item that it carries and its sensitivity; both come out again in every JSON Schema made from it. */
export function field<S extends z.ZodType>(schema: S, item: string, sensitivity: Sensitivity = 'public'): S {
  return schema.meta({ item, sensitivity });
}

export const caseId = field(z.uuid(), 'case.id');

/** A message's id and every id that we give: UUIDv7 (RFC 9562), whose first 48 bits are the time in milliseconds. */
export const uuidv7 = z.uuidv7();

/** RFC 3339 with offset. */
export const instant = z.iso.datetime({ offset: true });

/** `case/step/forward|compensate|recall/attempt`: names the one effect that a command has, however often it is sent. */
export const commandKey = field(z.string(), 'step.command-key').meta({
  title: '指令键',
  description: 'case/step/forward|compensate|recall/attempt: names the one effect that a command has',
});

/** A place in process definitions, topics and addresses: `market-regulation`. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
