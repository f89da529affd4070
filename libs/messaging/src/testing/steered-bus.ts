import type { EventBus, OutgoingMessage } from '../bus/index.ts';

/** A real bus in which a test may step between the sender and the broker. */
export interface SteeredBus extends EventBus {
  /** Every call of `publish` so far that the test let through. */
  readonly calls: (readonly OutgoingMessage[])[];
  /** What happens before the messages go to the bus; what it throws, the bus "says", and nothing is sent. */
  before: (messages: readonly OutgoingMessage[]) => Promise<void>;
  /** What happens before the sender hears that they are acknowledged; what it throws, the sender hears instead. */
  after: (messages: readonly OutgoingMessage[]) => Promise<void>;
}

export function steer(bus: EventBus): SteeredBus {
  const steered: SteeredBus = {
    calls: [],
    before: () => Promise.resolve(),
    after: () => Promise.resolve(),
    identity: () => bus.identity(),
    ensureTopics: (topics, partitions) => bus.ensureTopics(topics, partitions),
    consume: (consumption) => bus.consume(consumption),
    check: () => bus.check(),
    close: () => bus.close(),
    async publish(messages) {
      await steered.before(messages);
      steered.calls.push(messages);
      await bus.publish(messages);
      await steered.after(messages);
    },
  };
  return steered;
}

/** A promise that somebody else resolves. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
