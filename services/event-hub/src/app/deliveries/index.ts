export { Deliveries, type DeliveriesOptions } from './deliveries.ts';
export type { Consequences, EventLog, Interest, LoggedEvent, Subscribers, Subscription } from './ports.ts';
export { testSend } from './test-send.ts';
