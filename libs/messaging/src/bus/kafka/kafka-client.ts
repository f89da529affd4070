import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory, Kafka, RetryOptions } from 'kafkajs';
import type { BusLog } from '../bus-log.ts';
import { kafkajs } from './kafkajs/index.ts';
import { stopIdleTimer } from './idle-timer.ts';
import { kafkaLog } from './kafka-log.ts';

/** Who a client is to the broker: a name, and the password by which it shows that (SASL/SCRAM-SHA-512, RFC 5802: it never travels). */
export interface KafkaCredential {
  readonly username: string;
  readonly password: string;
}

/** What is needed to reach brokers. */
export interface KafkaConnection {
  /** Where to begin: `host:port` of some brokers. */
  readonly brokers: readonly string[];
  /** Absent for brokers that ask nobody who he is. */
  readonly credential?: KafkaCredential | undefined;
  /** Absent: plain TCP. Else TLS, with the certificate authorities of `ca` (PEM) in the place of those that Node knows. */
  readonly tls?: { readonly ca?: string | undefined } | undefined;
}

export interface KafkaBusOptions extends KafkaConnection {
  /** Names this process in the broker's logs. */
  readonly clientId: string;
  readonly log: BusLog;
}

/** A client of its own for each use: kafkajs keeps what it knows of offsets and connections in it. `retry` is that of its connections. */
export function kafkaClient({ brokers, credential, tls, clientId, log }: KafkaBusOptions, retry: RetryOptions): Kafka {
  stopIdleTimer();
  const { Kafka: Client, logLevel } = kafkajs;
  return new Client({
    brokers: [...brokers],
    clientId,
    ...(credential && { sasl: { mechanism: 'scram-sha-512', ...credential } }),
    ...(tls && { ssl: { ...(tls.ca !== undefined && { ca: tls.ca }) } }),
    retry,
    connectionTimeout: 2_000,
    // Longer than the broker may take over any one request; joining a group and fetching have limits of their own.
    requestTimeout: 10_000,
    socketFactory,
    logLevel: logLevel.INFO,
    logCreator: kafkaLog(log),
  });
}

/** As kafkajs makes its sockets, but without Nagle's algorithm, which would hold back a second request until the first is acknowledged. */
const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const common = { host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 };
  // The types say that ssl is always there; it is not when the connection is plain.
  const secure = ssl as typeof ssl | undefined;
  if (!secure) return connect(common, onConnect);
  // An address is no server name (RFC 6066, section 3).
  return connectTls({ ...common, ...(isIP(host) === 0 && { servername: host }), ...secure }, onConnect);
};
