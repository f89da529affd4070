export { makeLanes } from './make-lanes.ts';
export { Outbox, type Placed } from './outbox.ts';
export { Relay, type RelayOptions } from './relay.ts';
