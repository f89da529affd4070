import { embeddedBus } from '../embedded/embedded-bus.ts';
import { kafkaBus } from '../kafka/kafka-bus.ts';

/** For the contract suite: a member of a group in a process of its own, which tells its parent what it gets, and may be killed. */
export type Address = { readonly brokers: readonly string[] } | { readonly url: string };

const { address, group, topics } = JSON.parse(process.argv[2] ?? '') as { address: Address; group: string; topics: string[] };
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const bus = 'brokers' in address ? kafkaBus({ ...address, clientId: 'member', log }) : embeddedBus({ ...address, log });

await bus.consume({
  group,
  topics,
  take: ({ messages }) => {
    process.send?.({ taken: messages.map((message) => ({ ...message, value: null })) });
    return Promise.resolve('taken');
  },
  assigned: (partitions) => void process.send?.({ assigned: partitions }),
});
process.on('disconnect', () => process.exit());
