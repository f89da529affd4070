import type { z } from 'zod';
import { sentence } from '../sentence.ts';
import type { BaseConfig } from './base-config.ts';

/** The environment does not say what the service needs to know. Its message has one sentence for each variable. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
  readonly code = 'configuration.invalid';
  /** EX_CONFIG of sysexits(3): a start that will fail again until somebody changes something. */
  readonly exitCode = 78;
}

/** Variables of which nothing is shown, and those that may hold a password beside what is worth showing. */
const SECRET = /PASSWORD|SECRET|TOKEN|KEY(?!_FILE$)/;
const ADDRESS = /_URL$/;

/**
 * Reads a service's configuration from the environment. An empty variable counts as absent. A service that is not on the bus leaves its
 * variables out of its schema.
 * @throws {ConfigurationError} that names every wrong or missing variable, what it is (never a secret) and what it should be.
 */
export function loadConfig<Config extends Partial<BaseConfig>>(schema: z.ZodType<Config>, env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const config = schema.safeParse(given, { error: sentence });
  const wrong = config.success ? halves(config.data) : config.error.issues.map((issue) => complaint(issue, given));
  if (!config.success || wrong.length > 0) throw new ConfigurationError(wrong.join('\n'));
  return config.data;
}

/** Of two variables that only make sense together, the one that is missing. */
function halves(config: Partial<BaseConfig>): string[] {
  const { BUS, KAFKA_BROKERS, BUS_DATABASE_URL, KAFKA_USERNAME, KAFKA_PASSWORD, TLS_CERT_FILE, TLS_KEY_FILE } = config;
  const missing = [
    BUS === 'kafka' && KAFKA_BROKERS === undefined && 'KAFKA_BROKERS is missing: with BUS=kafka it must be like 127.0.0.1:9092',
    BUS === 'embedded' &&
      BUS_DATABASE_URL === undefined &&
      'BUS_DATABASE_URL is missing: with BUS=embedded it must be like postgres://user:password@host:5432/database',
    KAFKA_USERNAME !== undefined && KAFKA_PASSWORD === undefined && 'KAFKA_PASSWORD is missing: KAFKA_USERNAME is given',
    KAFKA_PASSWORD !== undefined && KAFKA_USERNAME === undefined && 'KAFKA_USERNAME is missing: KAFKA_PASSWORD is given',
    TLS_CERT_FILE !== undefined && TLS_KEY_FILE === undefined && 'TLS_KEY_FILE is missing: TLS_CERT_FILE is given',
    TLS_KEY_FILE !== undefined && TLS_CERT_FILE === undefined && 'TLS_CERT_FILE is missing: TLS_KEY_FILE is given',
  ];
  return missing.filter((sentence) => sentence !== false);
}

function complaint({ path, message }: z.core.$ZodIssue, env: NodeJS.ProcessEnv): string {
  const name = String(path[0]);
  const value = env[name];
  return value === undefined ? `${name} is missing: it ${message}` : `${name} ${message}, but is ${shown(name, value)}`;
}

function shown(name: string, value: string): string {
  if (SECRET.test(name)) return 'something else (not shown: it is a secret)';
  if (!ADDRESS.test(name)) return JSON.stringify(value);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url?.host) return 'something else (not shown: it may hold a password)';
  return `${url.protocol}//${url.username && `${url.username}:***@`}${url.host}${url.pathname}`;
}
