import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { instant, slug } from '../fields.ts';
import { OutcomeCounts, Quantiles } from './flows.ts';

const version = z.number().int().positive();

/** A published version, which never changes. */
export const ProcessVersionSummary = z.object({
  version,
  digest: z.string().describe('SHA-256 of the canonical definition (RFC 8785), in hex'),
  loadedAt: instant.describe('When the orchestrator first saw it'),
});
export type ProcessVersionSummary = z.infer<typeof ProcessVersionSummary>;

/** A process with its versions, the newest first. */
export const ProcessSummary = z.object({
  process: slug,
  title: bilingual,
  goal: bilingual,
  departments: z.array(slug).describe('Where its steps lie, in the order of the steps; of the newest version'),
  version: version.optional().describe('By which new cases are opened; absent if it cannot be applied for here at the moment'),
  versions: z.array(ProcessVersionSummary),
});
export type ProcessSummary = z.infer<typeof ProcessSummary>;

/** All processes that the orchestrator knows. */
export const ProcessList = z.object({ items: z.array(ProcessSummary) });
export type ProcessList = z.infer<typeof ProcessList>;

/** One version as the orchestrator decides by it. */
export const ProcessVersion = ProcessVersionSummary.extend({
  process: slug,
  title: bilingual,
  definition: z.record(z.string(), z.unknown()).describe('The definition with everything filled in that its author may leave out'),
  source: z.string().optional().describe('The YAML that it was read from; absent of versions that were loaded before it was kept'),
});
export type ProcessVersion = z.infer<typeof ProcessVersion>;

const count = z.number().int().nonnegative();
/** Time as it is booked: waiting until an officer takes the step in hand, working from then on; software works from when it is asked. */
const booked = { waitingSeconds: z.number().nonnegative(), workingSeconds: z.number().nonnegative() };
const answers = { done: count, refused: count, failed: count.describe('Times that it could not be done for a technical reason') };

export const StepFigures = z.object({ step: slug, department: slug, ...answers, ...Quantiles.shape, ...booked });
export type StepFigures = z.infer<typeof StepFigures>;

export const DepartmentFigures = z.object({ department: slug, ...answers, ...booked });
export type DepartmentFigures = z.infer<typeof DepartmentFigures>;

/** What the cases of a version came to since it was first used. Quantiles are in seconds, within 9 %. */
export const ProcessFigures = z.object({
  process: slug,
  version,
  cases: z.object({ opened: count, ...OutcomeCounts.shape }),
  leadSeconds: Quantiles.describe('From opened to closed'),
  steps: z.array(StepFigures).describe('In the order of the definition'),
  departments: z.array(DepartmentFigures),
});
export type ProcessFigures = z.infer<typeof ProcessFigures>;
