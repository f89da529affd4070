import { setFlagsFromString } from 'node:v8';
import { runService } from '@hengtong/platform';
import { serveOrchestrator } from './orchestrator.ts';

// Cases in hand live for a second and more, long enough to be moved among the old objects. Left to itself V8 looks through all of these
// again whenever they have grown by a third: a fifth of what a busy orchestrator does. Some 50 MB of memory buy a tenth more cases.
setFlagsFromString('--heap-growing-percent=150');

await runService('orchestrator', () => serveOrchestrator(process.env));
