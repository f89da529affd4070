import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@hengtong/local';
import { eventually, freshDatabase, type FreshDatabase } from '@hengtong/testing';

const repository = join(import.meta.dirname, '../../../..');

/** The real issuer of the local start, as a process of its own that can go away and come back. */
export class TestIdentity {
  readonly url: string;
  private readonly folder: string;
  private readonly database: FreshDatabase;
  private process: ChildProcess | undefined;

  private constructor(url: string, folder: string, database: FreshDatabase) {
    this.url = url;
    this.folder = folder;
    this.database = database;
  }

  static async start(): Promise<TestIdentity> {
    const folder = await mkdtemp(join(tmpdir(), 'console-identity-'));
    const identity = new TestIdentity(`http://127.0.0.1:${await freePort()}`, folder, await freshDatabase('identity'));
    await identity.start();
    return identity;
  }

  async start(): Promise<void> {
    this.process = spawn(process.execPath, [join(repository, 'services/identity/dist/main.js')], {
      // Its standard input is ours, so that it ends with the test however that ends.
      stdio: ['pipe', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        PORT: new URL(this.url).port,
        DATABASE_URL: this.database.url,
        OIDC_ISSUER: this.url,
        IDENTITY_SEED: join(repository, 'deploy/local/identity.yaml'),
        IDENTITY_SECRETS: join(this.folder, 'secrets.json'),
        LOG_LEVEL: 'silent',
        STOP_WITH_PARENT: 'true',
      },
    });
    await eventually(async () => {
      const { ok } = await fetch(`${this.url}/health/ready`);
      if (!ok) throw new Error('the issuer is not ready');
    }, 30_000);
  }

  async stop(): Promise<void> {
    const { process: child } = this;
    if (child?.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  async passwordOf(person: string): Promise<string> {
    const { people } = JSON.parse(await readFile(join(this.folder, 'secrets.json'), 'utf8')) as { people: Record<string, string> };
    return people[person] ?? '';
  }
}
