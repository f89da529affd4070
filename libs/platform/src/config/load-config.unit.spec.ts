import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { baseConfig } from './base-config.ts';
import { ConfigurationError, loadConfig } from './load-config.ts';

const kafka = {
  PORT: '4002',
  DATABASE_URL: 'postgres://u:pw@localhost:5432/orchestrator',
  BUS: 'kafka',
  KAFKA_BROKERS: 'a:9092,b:9092',
  OIDC_ISSUER: 'http://127.0.0.1:4006',
};

function refusal(env: Record<string, string | undefined>, schema: z.ZodType<z.infer<typeof baseConfig>> = baseConfig): string {
  try {
    loadConfig(schema, env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).exitCode).toBe(78);
    return (error as Error).message;
  }
  throw new Error('it was taken');
}

test('what is not said has its default', () => {
  expect(loadConfig(baseConfig, kafka)).toEqual({
    PORT: 4002,
    HOST: '127.0.0.1',
    DATABASE_URL: kafka.DATABASE_URL,
    BUS: 'kafka',
    KAFKA_BROKERS: ['a:9092', 'b:9092'],
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_TLS: false,
    OIDC_ISSUER: 'http://127.0.0.1:4006',
    OIDC_AUDIENCE: 'hengtong',
    BUS_PARTITIONS: 1,
    BUS_REBIND: false,
    LOG_LEVEL: 'info',
    INBOX_RETENTION: 35 * 86_400_000,
    OUTBOX_RETENTION: 7 * 86_400_000,
    RETENTION_PARTITION: 86_400_000,
    PUBLISH_LAG_LIMIT: 50_000,
    RATE_LIMIT: 5_000,
    STOP_WITH_PARENT: false,
  });
});

test('an empty variable is an absent one, as compose files write it', () => {
  expect(loadConfig(baseConfig, { ...kafka, LOG_LEVEL: '', KAFKA_BROKERS: 'a:1' }).LOG_LEVEL).toBe('info');
  expect(refusal({ ...kafka, PORT: '' })).toBe('PORT is missing: it must be a number');
});

test('durations are ISO 8601', () => {
  const config = loadConfig(baseConfig, { ...kafka, INBOX_RETENTION: 'P2DT3H4M5S', OUTBOX_RETENTION: 'PT90S', RETENTION_PARTITION: 'P1W' });
  expect([config.INBOX_RETENTION, config.OUTBOX_RETENTION, config.RETENTION_PARTITION]).toEqual([183_845_000, 90_000, 604_800_000]);
});

test.each(['P', 'PT', 'P1Y', '5 days', '35', 'P1DT', 'PT0S'])('%s is no duration', (INBOX_RETENTION) => {
  expect(refusal({ ...kafka, INBOX_RETENTION })).toMatch(/^INBOX_RETENTION must .*, but is "/);
});

test('every wrong variable has its sentence', () => {
  expect(
    refusal({ PORT: 'http', BUS: 'rabbit', DATABASE_URL: 'mysql://h/db', OIDC_ISSUER: 'identity', PUBLISH_LAG_LIMIT: '-1' }).split('\n'),
  ).toEqual([
    'PORT must be a number, but is "http"',
    'DATABASE_URL must be like postgres://user:password@host:5432/database, but is mysql://h/db',
    'BUS must be kafka or embedded, but is "rabbit"',
    'OIDC_ISSUER must be the address of an OpenID Connect issuer, like http://127.0.0.1:4006, but is "identity"',
    'PUBLISH_LAG_LIMIT must be 1 or more, but is "-1"',
  ]);
});

test.each(['mysql://me:s3cret@host/db?password=s3cret', 'me:s3cret@host', 'postgres//me:s3cret@host/db', 's3cret'])(
  'no password is shown: %s',
  (DATABASE_URL) => {
    expect(refusal({ ...kafka, DATABASE_URL })).not.toContain('s3cret');
  },
);

test('the chosen bus needs its address', () => {
  expect(refusal({ ...kafka, KAFKA_BROKERS: undefined })).toBe('KAFKA_BROKERS is missing: with BUS=kafka it must be like 127.0.0.1:9092');
  expect(refusal({ ...kafka, BUS: 'embedded' })).toMatch(/^BUS_DATABASE_URL is missing: with BUS=embedded/);
});

test.each([
  ['KAFKA_USERNAME', 'taxation', 'KAFKA_PASSWORD is missing: KAFKA_USERNAME is given'],
  ['KAFKA_PASSWORD', 's3cret', 'KAFKA_USERNAME is missing: KAFKA_PASSWORD is given'],
])('one half of a credential is none: %s', (name, value, sentence) => {
  expect(refusal({ ...kafka, [name]: value })).toBe(sentence);
});

test('a mechanism by which the password would travel is refused', () => {
  expect(refusal({ ...kafka, KAFKA_SASL_MECHANISM: 'plain' })).toBe('KAFKA_SASL_MECHANISM must be scram-sha-512, but is "plain"');
});

test.each(['TLS_CERT_FILE', 'TLS_KEY_FILE', 'KAFKA_CA_FILE'])('%s names a PEM file that can be read', (name) => {
  expect(refusal({ ...kafka, [name]: '/nowhere.pem' })).toBe(`${name} must name a file that can be read (ENOENT), but is "/nowhere.pem"`);
  expect(refusal({ ...kafka, [name]: fileURLToPath(import.meta.url) })).toMatch(`${name} must name a PEM file, but is`);
});

test('a service adds its own variables; a secret is not shown', () => {
  const schema = baseConfig.extend({ CATALOGUE_DIR: z.string(), SIGNING_KEY: z.string().length(64, 'must be 64 hex digits') });
  expect(refusal({ ...kafka, SIGNING_KEY: 'abc' }, schema).split('\n')).toEqual([
    'CATALOGUE_DIR is missing: it must be a string',
    'SIGNING_KEY must be 64 hex digits, but is something else (not shown: it is a secret)',
  ]);
  expect(loadConfig(schema, { ...kafka, CATALOGUE_DIR: 'here', SIGNING_KEY: '0'.repeat(64) }).CATALOGUE_DIR).toBe('here');
});

test('proxies are addresses and networks', () => {
  expect(loadConfig(baseConfig, { ...kafka, TRUST_PROXY: '10.0.0.7,fd00::/8' }).TRUST_PROXY).toEqual(['10.0.0.7', 'fd00::/8']);
  for (const TRUST_PROXY of ['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.1, 10.0.0.2'])
    expect(refusal({ ...kafka, TRUST_PROXY })).toMatch(/^TRUST_PROXY must be like 10.0.0.7/);
});
