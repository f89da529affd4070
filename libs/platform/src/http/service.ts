import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Identify } from '../access/access-guard.ts';
import type { BaseConfig } from '../config/base-config.ts';
import type { HealthCheck } from '../health/health-check.ts';
import type { Logger } from '../logging/logger.ts';
import type { Timeouts } from './limits.ts';

/** Something to be ended when the service stops; its name stands in the sentence when it does not end in time. */
export interface StopStep {
  readonly name: string;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** As in DESIGN §2: `orchestrator`, `taxation`. */
  readonly name: string;
  readonly module: Type | DynamicModule;
  /** Whose service this is, if it is a department's: systems and officers of another are not let in. */
  readonly department?: string;
  /** How it is found out who asks, where callers do not bring a token: the console has a session for each. Default: by their token. */
  readonly identify?: Identify;
  /** Adds routes that no controller can have: pages, what is passed on as it comes. Each says `config: OPEN`, or `config: { rule }`; without, it is closed. */
  readonly routes?: (fastify: FastifyInstance) => Promise<void>;
  readonly config: Pick<BaseConfig, 'PORT' | 'HOST' | 'STOP_WITH_PARENT' | 'OIDC_ISSUER' | 'OIDC_AUDIENCE'> &
    Partial<Pick<BaseConfig, 'RATE_LIMIT' | 'TRUST_PROXY' | 'TLS_CERT_FILE' | 'TLS_KEY_FILE'>>;
  readonly log: Logger;
  /** What `/health/ready` asks, by name: `{ database: () => database.check() }`. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** Ends answers that would not end by themselves, such as streams, when the stop begins. */
  readonly beforeStop?: () => void;
  /** Ended one after another, in this order, after the last request is answered: consumers, then the relay, then the pools. */
  readonly onStop: readonly StopStep[];
  /** How slow a caller may be, where it is not as in `limits.ts`: for tests. */
  readonly timeouts?: Partial<Timeouts>;
  readonly api: { readonly title: string; readonly description: string; readonly version: string };
}

export interface Service {
  readonly app: NestFastifyApplication;
  /** Where it listens: `http://127.0.0.1:4002`. */
  readonly url: string;
  /** What SIGTERM does, without ending the process: for tests. */
  stop(): Promise<void>;
}
