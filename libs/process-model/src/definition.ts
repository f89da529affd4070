import { bilingual, level, mode, slug } from '@hengtong/contracts';
import { z } from 'zod';
import { Field, fieldName } from './fields.ts';

/** A span as laws give it: `wd` working days, `cd` calendar days, `h` hours. */
const span = z.string().regex(/^(0|[1-9]\d*)(wd|cd|h)$/, 'must be like 3wd (working days), 30cd (calendar days) or 4h (hours)');
const limits = z.strictObject({ statutory: span.optional(), promised: span.optional() });

const stepName = slug.max(64);
const PATH = /^[a-z][a-z0-9-]*(\.[a-zA-Z][a-zA-Z0-9_]*)+$/;
const HOW = 'must be a path like input.name, applicant.name or register.uscc, or a literal like { value: 1 }';

/** Where a value comes from: a path `input.x.y`, `applicant.x` or `<step>.x`, or a literal. */
export const Mapping = z.union([z.string().regex(PATH, HOW), z.strictObject({ value: z.json() })], HOW);
export type Mapping = z.output<typeof Mapping>;

const act = {
  capability: z.string().min(1),
  power: z.string().min(1).describe('In the authority register: by which law this authority may do it'),
};

const Step = z.strictObject({
  title: bilingual.optional(),
  department: slug,
  level: level.default('county'),
  ...act,
  input: z.record(fieldName, Mapping).default({}),
  output: z.array(fieldName).default([]).describe('What the case keeps of the answer; anything else is dropped'),
  after: z.array(stepName).default([]),
  when: z.string().optional().describe('CEL; false skips the step'),
  limit: limits.optional(),
  mode: mode.default('automatic'),
  compensate: z.strictObject(act).optional().describe('The administrative act that voids what the step did'),
});

/** A definition as its author writes it; what may be left out is filled in. */
export const DefinitionSource = z.strictObject({
  process: stepName,
  version: z.number().int().positive(),
  title: bilingual,
  goal: bilingual,
  classification: z.strictObject({
    function: slug,
    importance: slug,
    relation: z.enum(['intra-department', 'inter-department']),
    direction: z.enum(['vertical', 'horizontal']),
  }),
  legalBasis: z
    .array(
      z.strictObject({
        instrument: z.string().min(1),
        article: z.string().min(1),
        unverified: z.literal(true).optional().describe('Nobody has held it against the text of the law yet'),
      }),
    )
    .min(1),
  limits: limits.optional(),
  notice: span.describe('How long after its publication it takes effect'),
  input: z.record(fieldName, Field.safeExtend({ item: z.string().min(1) })).default({}),
  steps: z.record(stepName, Step).refine((steps) => Object.keys(steps).length > 0, 'a process needs at least one step: add it'),
  result: z.record(fieldName, Mapping).default({}),
});
export type DefinitionSource = z.output<typeof DefinitionSource>;

/** A step, with its name. */
export type StepDefinition = z.output<typeof Step> & { name: string };

/**
 * A process definition as all programs use it: plain JSON with everything filled in, so that it can be stored and read back. The
 * steps are a list in the author's order, because the engine goes by that order and a JSON database does not keep the order of keys.
 */
export type Definition = Omit<DefinitionSource, 'steps'> & { steps: StepDefinition[] };

/** Turns the map of steps into the list. */
export function normalise({ steps, ...rest }: DefinitionSource): Definition {
  return { ...rest, steps: Object.entries(steps).map(([name, step]) => ({ name, ...step })) };
}
