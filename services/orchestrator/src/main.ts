import { runService } from '@hengtong/platform';
import { serveOrchestrator } from './orchestrator.ts';

await runService('orchestrator', () => serveOrchestrator(process.env));
