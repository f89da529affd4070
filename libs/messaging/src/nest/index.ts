export { BusStrategy, FromMessage, InUnit, PassOn, Takes } from './bus-strategy.ts';
