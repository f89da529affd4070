import { Applicant, caseStatus, division, outcome, slug, StepRecallDeclined, StepRefused } from '@hengtong/contracts';
import { z } from 'zod';

const values = z.record(z.string(), z.unknown());
const stepNames = z.array(slug);

/** What a department answers: one of these in a turn. */
const answers = {
  completed: values.optional().describe('The output'),
  refused: StepRefused.optional(),
  failed: z.string().optional().describe('The error'),
  started: z.literal(true).optional(),
  compensated: z.literal(true).optional(),
  recalled: z.literal(true).optional(),
  'recall-declined': StepRecallDeclined.shape.because.optional(),
};

/** What is expected of a turn. Of commands all must be named: what is not expected must not be sent. */
const expectations = {
  asks: z
    .union([stepNames, z.record(slug, values)])
    .default([])
    .describe('Steps that are asked for, or the input of each'),
  recalls: stepNames.default([]).describe('Steps that are called back'),
  undoes: slug.optional().describe('The step whose compensation is asked for'),
  skips: stepNames.optional(),
  events: z.array(z.string()).optional().describe('The types of all events of the turn, in order'),
  status: caseStatus.optional(),
  closes: outcome.optional(),
  result: values.optional(),
};

const answerNames = Object.keys(answers) as (keyof typeof answers)[];

/** A case is opened, or a department answers for a step; and what the engine must make of it. */
export const Turn = z
  .strictObject({ open: slug.optional(), from: slug.optional(), ...answers, ...expectations })
  .refine(
    ({ open, from, ...turn }) =>
      answerNames.filter((name) => turn[name] !== undefined).length === (open === undefined ? 1 : 0) && !open === !!from,
    `must be \`open: <application>\`, or \`from: <step>\` with one answer: ${answerNames.join(', ')}`,
  );
export type Turn = z.output<typeof Turn>;

/** `scenarios.yaml`: cases that people who know the matter have thought out, to be played by the engine. */
export const ScenarioFile = z.strictObject({
  applications: z.record(slug, z.strictObject({ division, applicant: Applicant, input: values })),
  scenarios: z.array(z.strictObject({ name: z.string().min(1), turns: z.array(Turn).min(1) })).min(1),
});
export type ScenarioFile = z.output<typeof ScenarioFile>;
