import { serve } from '../measure/child-protocol.ts';
import { startPipeline } from './pipeline.ts';
import type { PipelineOptions } from './pipeline.ts';
import { message, replyTopic } from './wire.ts';

/** One department's stand-in: answers each command on its reply topic. */
await serve<PipelineOptions>(async (options) => {
  const { stop } = await startPipeline(options, {
    handle: ({ caseId, step }) => ({
      caseId,
      topic: replyTopic(options.prefix, step),
      body: JSON.stringify(message(caseId, step)),
    }),
  });
  return { stop };
});
