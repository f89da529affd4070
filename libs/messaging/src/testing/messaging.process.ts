import { messagingDatabase } from '@hengtong/testing';
import { openMessaging } from './test-messaging.ts';
import { type BusAddress, connectTo } from './test-bus.ts';
import type { TestService } from './test-service.ts';

/** A process of a service that takes commands, and that a test may kill. It tells when it has joined the others. */
export interface MessagingArguments {
  readonly service: Pick<TestService, 'name' | 'topic' | 'commands' | 'url'>;
  readonly bus: BusAddress;
  readonly partitions: number;
}

const { service, bus, partitions } = JSON.parse(process.argv[2] ?? '') as MessagingArguments;
process.on('disconnect', () => process.exit());

const messaging = await openMessaging(service, {
  database: await messagingDatabase(service.url, 'victim'),
  bus: connectTo(bus),
  partitions,
  leaseSeconds: 3,
});
await messaging.connect();
process.send?.('joined');
