export * from './bus/index.ts';
export { BoundElsewhere } from './bus-binding.ts';
export { Intake, type Keeper, UnacceptableMessage, type MessageHandler } from './consumer/index.ts';
export { CountChanged, DeadLetterRefusal, DeadLetters } from './dead-letters/index.ts';
export { messagingMigrations } from './migrations.ts';
export { Messaging, type MessagingOptions } from './messaging.ts';
export { BusStrategy, FromMessage, InUnit, PassOn, Takes } from './nest/index.ts';
export type { Database } from './database.ts';
export { type BatchObserver, BatchRunner, type Job, type Outcome } from './runner/index.ts';
export {
  loader,
  type Loader,
  column,
  type Outgoing,
  type Overlay,
  type Sending,
  type Stamp,
  table,
  type Table,
  type Unit,
  UnitOfWork,
} from './unit-of-work/index.ts';
