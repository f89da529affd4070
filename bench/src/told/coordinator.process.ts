import { v7 as uuidv7 } from 'uuid';

import { serve } from '../measure/child-protocol.ts';
import { ClosedLoop } from '../measure/closed-loop.ts';
import type { PipelineOptions } from '../raw/pipeline.ts';
import { WORKERS } from '../raw/wire.ts';
import { startTold } from './pipeline.ts';
import { wireOf } from './wire.ts';

/** The orchestrator's stand-in: asks one worker after another, and tells the world that a case opened, of each step, and that it closed. */
await serve<PipelineOptions>(async (options) => {
  const wire = wireOf(options);
  const tell = (caseId: string, step: number) => wire.event(0, caseId, step);

  const loop = new ClosedLoop((count) => {
    const ids = Array.from({ length: count }, () => uuidv7());
    for (const id of ids) loop.opened(id);
    void told.send(ids.flatMap((id) => [tell(id, 0), wire.command(id, 1)]));
  });

  const told = await startTold(options, {
    handle: ({ caseId, step }) => [tell(caseId, step), step < WORKERS ? wire.command(caseId, step + 1) : tell(caseId, step + 1)],
    committed: (received) => loop.closed(received.filter(({ step }) => step === WORKERS).map(({ caseId }) => caseId)),
  });
  return { stop: told.stop, run: (load) => loop.run(load) };
});
