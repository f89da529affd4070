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
  TopicsMissing,
  type Verdict,
} from './event-bus.ts';
export { type KafkaAdministration, kafkaAdministration } from './kafka/administration.ts';
export { kafkaBus } from './kafka/kafka-bus.ts';
export type { KafkaBusOptions, KafkaConnection, KafkaCredential } from './kafka/kafka-client.ts';
export { partitionOf } from './partition-of.ts';
