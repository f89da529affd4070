import { openDatabase } from '@hengtong/persistence';
import { Transport } from '../../../adapters/webhook/index.ts';
import { Deliveries } from '../deliveries.ts';
import type { Subscription } from '../ports.ts';
import { MemoryLog } from './memory-log.ts';
import { TestSubscribers } from './test-subscribers.ts';

/** A process that delivers all events of a log to some subscriptions, and may be killed. */
export interface DelivererArguments {
  readonly url: string;
  readonly subscriptions: readonly Subscription[];
  readonly events: number;
}

const { url, subscriptions, events } = JSON.parse(process.argv[2] ?? '') as DelivererArguments;
process.on('disconnect', () => process.exit());

const logger = { info: () => undefined, warn: (_details: object, message: string) => void process.stderr.write(`${message}\n`) };
const { pool } = openDatabase({ url, name: 'victim', log: logger });
const log = new MemoryLog();
log.append(events);
const consequences = { notify: () => Promise.resolve(), disable: () => Promise.resolve(), unsubscribe: () => Promise.resolve() };
new Deliveries({
  url,
  pool,
  name: 'victim',
  log,
  subscribers: new TestSubscribers(...subscriptions),
  consequences,
  transport: new Transport({ policy: { anywhere: true, ports: [] } }),
  logger,
}).start();
