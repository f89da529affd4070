export type { BusLog } from './bus-log.ts';
export { embeddedBus, type EmbeddedBusOptions, type EmbeddedBusSetUp, type Principal, setUpEmbeddedBus } from './embedded/embedded-bus.ts';
export {
  type Consumer,
  type Consumption,
  type EventBus,
  type OutgoingMessage,
  PartitionsChanged,
  type ReceivedBatch,
  type ReceivedMessage,
  type Verdict,
} from './event-bus.ts';
export { kafkaBus, type KafkaBusOptions } from './kafka/kafka-bus.ts';
export { partitionOf } from './partition-of.ts';
