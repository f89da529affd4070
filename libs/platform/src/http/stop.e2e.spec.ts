import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from '@jest/globals';
import { authorization, issuerUrl, operator } from '@hengtong/testing';

const program = new URL('../../dist/http/stoppable.process.js', import.meta.url).pathname;
const enough = {
  PORT: '0',
  DATABASE_URL: 'postgres://u:pw@127.0.0.1:1/none',
  BUS: 'kafka',
  KAFKA_BROKERS: '127.0.0.1:1',
  OIDC_ISSUER: await issuerUrl(),
};

interface Line {
  readonly msg: string;
  readonly url?: string;
}

/** A running child: what it logs, line by line, and how it ended. */
class Child {
  readonly lines: Line[] = [];
  stderr = '';
  readonly ended: Promise<number | null>;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly arrivals = new EventEmitter();

  constructor(env: Record<string, string>) {
    this.process = spawn(process.execPath, [program], { env: { PATH: process.env['PATH'], ...env } });
    createInterface(this.process.stdout).on('line', (line) => {
      this.lines.push(JSON.parse(line) as Line);
      this.arrivals.emit('line');
    });
    this.process.stderr.on('data', (bytes: Buffer) => (this.stderr += bytes.toString()));
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
  }

  /** Resolves with the first line that says this. */
  async says(msg: string): Promise<Line> {
    for (;;) {
      const line = this.lines.find((candidate) => candidate.msg === msg);
      if (line) return line;
      const ended = await Promise.race([once(this.arrivals, 'line').then(() => false), this.ended.then(() => true)]);
      if (ended) throw new Error(`it ended without saying "${msg}": ${this.stderr}`);
    }
  }

  async url(): Promise<string> {
    return (await this.says('stoppable is listening')).url ?? '';
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  closePipe(): void {
    this.process.stdin.end();
  }
}

const children: Child[] = [];
function start(env: Record<string, string> = {}): Child {
  const child = new Child({ ...enough, ...env });
  children.push(child);
  return child;
}
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.signal('SIGKILL');
    await child.ended;
  }
});

test('on SIGTERM it answers what is under way, takes nothing new, ends its parts in order, and exits with 0', async () => {
  const child = start();
  const url = await child.url();
  const headers = await authorization(operator);
  // From here on the token is known, so that nothing but the slow request itself is under way.
  expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
  const slow = fetch(`${url}/v1/slow`, { headers });
  // Answered after the slow one came in: then that is under way.
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  child.signal('SIGTERM');
  expect(await (await slow).json()).toEqual({ answered: true });
  expect(await child.ended).toBe(0);
  expect(child.lines.map(({ msg }) => msg)).toEqual(['stoppable is listening', 'stopping', 'consumers ended', 'pool ended', 'stopped']);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');
});

test('a second signal ends it at once', async () => {
  const child = start({ HANG: '1' });
  await child.url();
  child.signal('SIGINT');
  await child.says('stopping');
  child.signal('SIGTERM');
  expect(await child.ended).toBe(1);
  expect(child.lines.at(-1)?.msg).toBe('ended at once, with work under way');
});

test('it ends with the pipe of its parent, if told so', async () => {
  const child = start({ STOP_WITH_PARENT: '1' });
  await child.url();
  child.closePipe();
  expect(await child.ended).toBe(0);
  expect(child.lines.at(-1)?.msg).toBe('stopped');
});

test('a wrong variable ends the start with 78 and a sentence', async () => {
  const child = start({ PORT: 'http' });
  expect(await child.ended).toBe(78);
  expect(child.stderr).toBe('stoppable cannot start: PORT must be a number, but is "http"\n');
});

test('a port that is taken ends the start with a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const child = start({ PORT: String(port) });
  expect(await child.ended).toBe(1);
  expect(child.stderr).toBe(`stoppable cannot start: port ${port} of 127.0.0.1 is taken by another program\n`);
  other.close();
});
