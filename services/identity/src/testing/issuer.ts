import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@hengtong/local';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';
import pg from 'pg';
import { serveIdentity } from '../identity.ts';
import type { Secrets } from '../seed/secrets.ts';

const seedFile = join(import.meta.dirname, '../../../../deploy/local/identity.yaml');

/** Milliseconds for what starts and stops servers. */
export const SERVERS = 30_000;

/** An issuer of a test's own: database, port and folder outlive a restart. */
export class TestIssuer {
  readonly url: string;
  readonly database: FreshDatabase;
  readonly secretsFile: string;
  private readonly folder: string;
  private readonly settings: Readonly<Record<string, string>>;
  private readonly services: { stop(): Promise<void> }[] = [];

  private constructor(url: string, database: FreshDatabase, folder: string, settings: Readonly<Record<string, string>>) {
    this.url = url;
    this.database = database;
    this.folder = folder;
    this.secretsFile = join(folder, 'kept', 'secrets.json');
    this.settings = settings;
  }

  /** What it is told; `settings` win. */
  static async prepare(settings: Readonly<Record<string, string>> = {}): Promise<TestIssuer> {
    const folder = await mkdtemp(join(tmpdir(), 'identity-'));
    return new TestIssuer(`http://127.0.0.1:${await freePort()}`, await freshDatabase('identity'), folder, settings);
  }

  static async start(settings?: Readonly<Record<string, string>>): Promise<TestIssuer> {
    const issuer = await TestIssuer.prepare(settings);
    await issuer.start();
    return issuer;
  }

  get environment(): Record<string, string> {
    return {
      PORT: new URL(this.url).port,
      DATABASE_URL: this.database.url,
      LOG_LEVEL: 'silent',
      OIDC_ISSUER: this.url,
      IDENTITY_SEED: seedFile,
      IDENTITY_SECRETS: this.secretsFile,
      ...this.settings,
    };
  }

  /** In this process. */
  async start(): Promise<void> {
    this.services.push(await serveIdentity(this.environment));
  }

  /** One more on the same database, on a port of its own. */
  async startAnother(): Promise<void> {
    this.services.push(await serveIdentity({ ...this.environment, PORT: '0' }));
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.splice(0).map((service) => service.stop()));
  }

  /** Stops it, and throws away what it kept. */
  async remove(): Promise<void> {
    await this.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  /** Does something to its database: how a test puts clocks forward. */
  async sql(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  async secrets(): Promise<Secrets> {
    return JSON.parse(await readFile(this.secretsFile, 'utf8')) as Secrets;
  }

  async passwordOf(person: string): Promise<string> {
    return (await this.secrets()).people[person] ?? '';
  }

  /** Asks the token endpoint as a client with a secret; its own unless another is given. */
  async clientCredentials(client: string, parameters: Record<string, string> = {}, secret?: string): Promise<TokenAnswer> {
    const password = secret ?? (await this.secrets()).clients[client] ?? '';
    return this.token({ grant_type: 'client_credentials', ...parameters }, `Basic ${btoa(`${client}:${password}`)}`);
  }

  async token(parameters: Record<string, string>, authorization?: string): Promise<TokenAnswer> {
    const answer = await fetch(`${this.url}/token`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
      ...(authorization && { headers: { authorization } }),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as TokenAnswer['body'] };
  }

  /** The keys that it publishes, by their ids. */
  async keys(): Promise<string[]> {
    const { keys } = (await (await fetch(`${this.url}/jwks`)).json()) as { keys: { kid: string }[] };
    return keys.map(({ kid }) => kid);
  }

  /** Checks an access token as services do (RFC 9068 §4), with the keys of this moment. */
  async verified(token: string | undefined): Promise<JWTVerifyResult> {
    const keys = createRemoteJWKSet(new URL(`${this.url}/jwks`));
    return jwtVerify(token ?? '', keys, { issuer: this.url, audience: 'hengtong', algorithms: ['ES256'], typ: 'at+jwt' });
  }
}

/** What the token endpoint answered, be it a token or not. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly access_token?: string;
    readonly refresh_token?: string;
    readonly id_token?: string;
    readonly scope?: string;
    readonly error?: string;
  };
}
