import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { eventually } from '@hengtong/testing';
import type { Settings } from './orchestrator.ts';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** A line of its log. */
export interface Line {
  readonly level: string;
  readonly msg: string;
  readonly url?: string;
}

/** The orchestrator as it is started in earnest: its build, in a process of its own. */
export class Child {
  readonly lines: Line[] = [];
  stderr = '';
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  private readonly process: ChildProcessWithoutNullStreams;

  constructor(env: Settings) {
    this.process = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'info', STOP_WITH_PARENT: 'true', ...env },
    });
    createInterface(this.process.stdout).on('line', (line) => this.lines.push(JSON.parse(line) as Line));
    this.process.stderr.on('data', (bytes: Buffer) => (this.stderr += bytes.toString()));
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
  }

  /** Where it listens, once it does. @throws what it said, if it does not. */
  async listens(): Promise<string> {
    return eventually(() => {
      const url = this.lines.find((line) => line.url !== undefined)?.url;
      if (url === undefined) throw new Error(`it does not listen: ${this.stderr}`);
      return url;
    });
  }

  async stop(): Promise<void> {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}
