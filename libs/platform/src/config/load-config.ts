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
const SECRET = /PASSWORD|SECRET|TOKEN|KEY/;
const ADDRESS = /_URL$/;

/**
 * Reads a service's configuration from the environment. An empty variable counts as absent. A service that is not on the bus leaves its
 * variables out of its schema.
 * @throws {ConfigurationError} that names every wrong or missing variable, what it is (never a secret) and what it should be.
 */
export function loadConfig<Config extends Partial<BaseConfig>>(schema: z.ZodType<Config>, env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const config = schema.safeParse(given, { error: sentence });
  const wrong = config.success ? busWithoutAddress(config.data) : config.error.issues.map((issue) => complaint(issue, given));
  if (!config.success || wrong.length > 0) throw new ConfigurationError(wrong.join('\n'));
  return config.data;
}

function busWithoutAddress({ BUS, KAFKA_BROKERS, BUS_DATABASE_URL }: Partial<BaseConfig>): string[] {
  if (BUS === 'kafka' && KAFKA_BROKERS === undefined) return ['KAFKA_BROKERS is missing: with BUS=kafka it must be like 127.0.0.1:9092'];
  if (BUS === 'embedded' && BUS_DATABASE_URL === undefined) {
    return ['BUS_DATABASE_URL is missing: with BUS=embedded it must be like postgres://user:password@host:5432/database'];
  }
  return [];
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
