export { askForConsent, type Consent } from './ask-for-consent.ts';
export type { Failure } from './failure-of.ts';
export { isSecret, newSecret, signed } from './signature.ts';
export { readSink, type SinkPolicy, SinkRefused, STRICT } from './sink-policy.ts';
export { type Exchange, type Posted, Transport, type TransportOptions } from './transport.ts';
