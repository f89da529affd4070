import { v7 as uuidv7 } from 'uuid';

import { serve } from '../measure/child-protocol.ts';
import { ClosedLoop } from '../measure/closed-loop.ts';
import { startPipeline } from './pipeline.ts';
import type { PipelineOptions } from './pipeline.ts';
import { commandTopic, message, WORKERS } from './wire.ts';
import type { Outgoing } from './wire.ts';

/** The orchestrator's stand-in: asks one worker after another, keeps the cases in flight and times them. */
await serve<PipelineOptions>(async (options) => {
  const ask = (caseId: string, step: number): Outgoing => ({
    caseId,
    topic: step > WORKERS ? null : commandTopic(options.prefix, step),
    body: JSON.stringify(message(caseId, step)),
  });

  const loop = new ClosedLoop((count) => {
    const ids = Array.from({ length: count }, () => uuidv7());
    for (const id of ids) loop.opened(id);
    void pipeline.send(ids.map((id) => ask(id, 1)));
  });

  const pipeline = await startPipeline(options, {
    handle: ({ caseId, step }) => ask(caseId, step + 1),
    committed: (received) => loop.closed(received.filter(({ step }) => step === WORKERS).map(({ caseId }) => caseId)),
  });
  return { stop: pipeline.stop, run: (load) => loop.run(load) };
});
