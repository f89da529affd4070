import { serve } from '../measure/child-protocol.ts';
import type { PipelineOptions } from '../raw/pipeline.ts';
import { startTold } from './pipeline.ts';
import { wireOf } from './wire.ts';

/** One department's stand-in: answers each command on its reply topic, and tells the world. */
await serve<PipelineOptions>(async (options) => {
  const wire = wireOf(options);
  const { stop } = await startTold(options, { handle: ({ caseId, step }) => [wire.reply(caseId, step), wire.event(step, caseId, step)] });
  return { stop };
});
