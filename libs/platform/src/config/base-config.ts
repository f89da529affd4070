import { z } from 'zod';
import { RATE_LIMIT } from '../http/limits.ts';
import { count, duration, flag, networks, pem, port, postgresUrl } from './fields.ts';

/** What every service can be told by its environment. A service adds its own with `.extend({ … })`. */
export const baseConfig = z.object({
  /** Where REST is served. 0 takes any free port. No default: it is the service's place in DESIGN §2. */
  PORT: port,
  /** The address that is listened on. Default 127.0.0.1, this machine alone. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Serve REST by HTTPS, with this certificate chain, PEM. Default: plain HTTP, for a proxy that ends TLS or for this machine alone. */
  TLS_CERT_FILE: pem.optional(),
  /** The private key of TLS_CERT_FILE, PEM. Needed with it. */
  TLS_KEY_FILE: pem.optional(),
  /** The service's own database. No default. */
  DATABASE_URL: postgresUrl,
  /** What carries messages: a Kafka broker, or the log in PostgreSQL. No default: on another bus the messages are lost. */
  BUS: z.enum(['kafka', 'embedded'], 'must be kafka or embedded'),
  /** Brokers to start from, `host:port`, several joined by commas. Needed for BUS=kafka. */
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^,\s:]+:\d+(,[^,\s:]+:\d+)*$/, 'must be like 127.0.0.1:9092, several joined by commas')
    .transform((list) => list.split(','))
    .optional(),
  /** Who this service is to the broker. Default: nobody, for a broker that asks nobody. */
  KAFKA_USERNAME: z.string().min(1).optional(),
  /** Its password there. Needed with KAFKA_USERNAME. */
  KAFKA_PASSWORD: z.string().min(1).optional(),
  /** How it shows who it is. Default, and the only one: a password that never travels (RFC 5802). */
  KAFKA_SASL_MECHANISM: z.enum(['scram-sha-512'], 'must be scram-sha-512').default('scram-sha-512'),
  /** Reach the broker by TLS. Default false; true where KAFKA_CA_FILE is given. */
  KAFKA_TLS: flag.default(false),
  /** Certificate authorities to believe, PEM, in the place of those that Node knows. */
  KAFKA_CA_FILE: pem.optional(),
  /** The database of the embedded bus. Needed for BUS=embedded. */
  BUS_DATABASE_URL: postgresUrl.optional(),
  /** The issuer of access tokens, exactly as it stands in their `iss`; its keys are found by OpenID Connect Discovery. No default. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of an OpenID Connect issuer, like http://127.0.0.1:4006' }),
  /** For whom tokens must be meant (`aud`). Default hengtong. */
  OIDC_AUDIENCE: z.string().min(1).default('hengtong'),
  /** Partitions of each topic; fixed once a topic is made. Default 1, see DESIGN §4, "Speed". */
  BUS_PARTITIONS: count.default(1),
  /** Start on another bus than the database has worked with, and send again what open cases wait for. Default false. */
  BUS_REBIND: flag.default(false),
  /** The least severe line that is logged. Default info. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** How long a message's id is remembered. Milliseconds from an ISO 8601 duration; default 35 days, more than topics keep (30). */
  INBOX_RETENTION: duration.default(35 * 86_400_000),
  /** How long an outbox row is kept after it was published. Milliseconds from an ISO 8601 duration; default 7 days. */
  OUTBOX_RETENTION: duration.default(7 * 86_400_000),
  /** The span of one partition of inbox and outbox: what is dropped at a time. Milliseconds from an ISO 8601 duration; default 1 day. */
  RETENTION_PARTITION: duration.default(86_400_000),
  /** Unpublished outbox rows above which POST answers 503. Rows; default 50,000. */
  PUBLISH_LAG_LIMIT: count.default(50_000),
  /** Requests a second that one client may make; an address that speaks for several, four times as many. Default 5,000. */
  RATE_LIMIT: count.default(RATE_LIMIT),
  /** Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses or networks, joined by commas. Default: none. */
  TRUST_PROXY: networks.optional(),
  /** End when the parent's pipe to standard input closes, even by `kill -9`. Default false; the launcher sets it. */
  STOP_WITH_PARENT: flag.default(false),
});
export type BaseConfig = z.infer<typeof baseConfig>;
