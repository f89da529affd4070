import { runService } from '@hengtong/platform';
import { serveEventHub } from './event-hub.ts';

await runService('event-hub', () => serveEventHub(process.env));
