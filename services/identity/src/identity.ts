import { openDatabase } from '@hengtong/persistence';
import { createLogger, every, loadConfig, type Service, startService } from '@hengtong/platform';
import { type DynamicModule, Inject, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { passFormsOn } from './adapters/http/form.ts';
import { ProtocolController } from './adapters/http/protocol.controller.ts';
import { SignInController } from './adapters/http/sign-in.controller.ts';
import { alone } from './adapters/postgres/alone.ts';
import { cookieKey } from './adapters/postgres/cookie-key.ts';
import { dropExpired } from './adapters/postgres/drop-expired.ts';
import { Issuer } from './app/issuer.ts';
import { SignIn } from './app/sign-in.ts';
import { TOKEN_SECONDS } from './app/tokens.ts';
import { identityConfig } from './config.ts';
import { identityMigrations } from './migrations.ts';
import { readSeed } from './seed/seed.ts';
import { secretsFor } from './seed/secrets.ts';

const NAME = 'identity';
/** Milliseconds by which clocks may differ: what was signed last is still valid for its time, and a little longer. */
const SKEW = 60_000;
const MINUTE = 60_000;

/** Starts the issuer in this process, configured by `env`. */
export async function serveIdentity(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = loadConfig(identityConfig, env);
  const log = createLogger({ service: NAME, level: config.LOG_LEVEL });
  const seed = await readSeed(config.IDENTITY_SEED);
  const database = openDatabase({ url: config.DATABASE_URL, name: NAME, log });
  const { pool } = database;
  await database.migrate(identityMigrations);
  const secrets = await alone(pool, () => secretsFor(seed, config.IDENTITY_SECRETS));
  const people = Object.fromEntries(Object.entries(secrets.people).filter(([name]) => seed.people.has(name)));
  const signIn = await SignIn.of(pool, people);
  const context = { pool, seed, secrets, audience: config.OIDC_AUDIENCE, cookieKey: await cookieKey(pool) };
  const times = { rotation: config.SIGNING_ROTATION, notice: config.SIGNING_NOTICE, remembered: TOKEN_SECONDS * 1000 + SKEW };
  const issuer = await Issuer.open(config.OIDC_ISSUER, context, times, log);
  // Four looks within the notice, so that every process publishes a new key well before any of them signs with it.
  const keys = every(
    Math.min(MINUTE, times.notice / 4),
    () => issuer.turnKeys(),
    (err) => log.warn({ err }, 'signing keys could not be looked at; trying again'),
  );
  const expiry = every(
    MINUTE,
    () => dropExpired(pool),
    (err) => log.warn({ err }, 'what has expired could not be deleted; trying again'),
  );
  return startService({
    name: NAME,
    module: moduleOf(issuer, signIn),
    config,
    log,
    checks: { database: () => database.check() },
    onStop: [
      { name: 'timers', stop: async () => [keys, expiry].forEach((timer) => timer.stop()) },
      { name: 'database', stop: () => database.close() },
    ],
    api: {
      title: 'Hengtong: identity',
      description: 'The issuer of the local start. Its interface is OpenID Connect: /.well-known/openid-configuration says what is where.',
      version: '1.0.0',
    },
  });
}

class IdentityModule implements OnModuleInit {
  private readonly host: HttpAdapterHost;

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    this.host = host;
  }

  onModuleInit(): void {
    passFormsOn(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}

function moduleOf(issuer: Issuer, signIn: SignIn): DynamicModule {
  return {
    module: IdentityModule,
    controllers: [ProtocolController, SignInController],
    providers: [
      { provide: Issuer, useValue: issuer },
      { provide: SignIn, useValue: signIn },
    ],
  };
}
