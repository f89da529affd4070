import { runService } from '@hengtong/platform';
import { serveIdentity } from './identity.ts';

await runService('identity', () => serveIdentity(process.env));
