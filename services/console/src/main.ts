import { runService } from '@hengtong/platform';
import { serveConsole } from './console.ts';

await runService('console', () => serveConsole(process.env));
