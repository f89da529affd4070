import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Where webhooks may go. */
export interface SinkPolicy {
  /** For tests and a developer's own machine: plain http, any port and any address. Default false. */
  readonly anywhere: boolean;
  /** Ports that https may be on. */
  readonly ports: readonly number[];
}

/** What holds unless an operator says otherwise. */
export const STRICT: SinkPolicy = { anywhere: false, ports: [443, 8443] };

/** Why a sink is refused, in words for the one who named it. */
export class SinkRefused extends Error {
  override name = 'SinkRefused';
  readonly code: 'refused-sink' | 'refused-address';

  constructor(code: SinkRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads the address of a sink. A name is resolved and checked at each connection (`checkedLookup`), an address right here.
 * @throws {SinkRefused} `refused-sink` for what is no URL, another scheme or port, credentials or a fragment; `refused-address`.
 */
export function readSink(policy: SinkPolicy, sink: string): URL {
  if (!URL.canParse(sink)) throw new SinkRefused('refused-sink', 'the sink must be a URL');
  const url = new URL(sink);
  if (url.protocol !== 'https:' && !(policy.anywhere && url.protocol === 'http:')) {
    throw new SinkRefused('refused-sink', 'the sink must be an https URL');
  }
  if (url.username || url.password) throw new SinkRefused('refused-sink', 'the sink must not carry credentials: deliveries are signed');
  if (sink.includes('#')) throw new SinkRefused('refused-sink', 'the sink must not have a fragment');
  if (policy.anywhere) return url;
  const port = Number(url.port || 443);
  if (!policy.ports.includes(port)) {
    throw new SinkRefused('refused-sink', `the sink must be on port ${policy.ports.join(' or ')}, not ${port}`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) && !isPublicAddress(host)) throw new SinkRefused('refused-address', `${host} is not a public address`);
  return url;
}
