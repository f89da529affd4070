import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signWebhook } from '@hengtong/client';
import { codeBlocks, read } from './pages.ts';

// What agencies copy from the page is run: each program of the page with a few lines around it that read a call and print whether it passes.

const page = read('docs/verify-webhooks.md');
const [secret = '', next = ''] = [1, 2].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`);
/** Milliseconds that a compiler may take which has compiled nothing on this machine yet, its own library included. */
const COMPILING = 60_000;
/** Beyond ASCII, because signatures are over bytes. */
const BODY = '{"type":"gov.hengtong.case.closed.v1","data":{"name":"杭州某公司"}}';

interface Language {
  /** The fence of its code on the page. */
  readonly fence: string;
  /** What must be there to run it. */
  readonly tool: readonly string[];
  /** Where the page's code goes, and what else is needed. */
  readonly files: Readonly<Record<string, string>>;
  readonly code: string;
  readonly build?: readonly string[];
  readonly run: readonly string[];
}

const languages: Readonly<Record<string, Language>> = {
  TypeScript: {
    fence: 'ts',
    tool: [process.execPath, '--version'],
    code: 'verify.ts',
    files: {
      'main.mts': `import { readFileSync } from 'node:fs';
import { verify } from './verify.ts';
const [id, timestamp, signatures, file, ...secrets] = process.argv.slice(2);
console.log(verify(id, timestamp, signatures, readFileSync(file), secrets));`,
      'package.json': '{ "type": "module" }',
    },
    run: [process.execPath, '--disable-warning=ExperimentalWarning', 'main.mts'],
  },
  Python: {
    fence: 'python',
    tool: ['python3', '--version'],
    code: 'webhooks.py',
    files: {
      'main.py': `import sys
from webhooks import verify
id, timestamp, signatures, file, *secrets = sys.argv[1:]
print(str(verify(id, timestamp, signatures, open(file, "rb").read(), secrets)).lower())`,
    },
    run: ['python3', 'main.py'],
  },
  Java: {
    fence: 'java',
    tool: ['javac', '-version'],
    code: 'Webhooks.java',
    files: {
      'Main.java': `import java.nio.file.*;
import java.util.*;
public final class Main {
  public static void main(String[] given) throws Exception {
    var secrets = Arrays.asList(given).subList(4, given.length);
    System.out.println(Webhooks.verify(given[0], given[1], given[2], Files.readAllBytes(Path.of(given[3])), secrets));
  }
}`,
    },
    build: ['javac', '-encoding', 'UTF-8', 'Main.java', 'Webhooks.java'],
    run: ['java', '-cp', '.', 'Main'],
  },
  Go: {
    fence: 'go',
    tool: ['go', 'version'],
    code: 'webhooks/webhooks.go',
    files: {
      'go.mod': 'module example\n\ngo 1.21\n',
      'main.go': `package main

import (
	"example/webhooks"
	"fmt"
	"os"
)

func main() {
	body, _ := os.ReadFile(os.Args[4])
	fmt.Println(webhooks.Verify(os.Args[1], os.Args[2], os.Args[3], body, os.Args[5:]))
}`,
    },
    build: ['go', 'build', '-o', 'main', '.'],
    run: ['./main'],
  },
};

const isThere = ([command = '', ...args]: readonly string[]): boolean => spawnSync(command, args).status === 0;

describe.each(Object.entries(languages))('%s', (_name, { fence, tool, files, code, build, run }) => {
  const where = isThere(tool) ? test : test.skip;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verify-webhooks-'));
    if (!isThere(tool)) return;
    for (const [name, text] of Object.entries({ ...files, [code]: codeBlocks(page, fence)[0] ?? '', 'body.json': BODY })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    if (build) execute(build);
  }, COMPILING);
  afterAll(() => rmSync(folder, { recursive: true }));

  function execute([command = '', ...args]: readonly string[]): string {
    return execFileSync(command, args, { cwd: folder, encoding: 'utf8' }).trim();
  }
  /** What the program says of a call that was signed with these secrets, so many seconds ago, with changes. */
  function verified(signers: string[], secrets: string[], ago = 0, change: Record<string, string> = {}): string {
    const headers = { ...signWebhook('msg-1', BODY, signers, Date.now() - ago * 1_000), ...change };
    const [id = '', timestamp = '', signature = ''] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
    return execute([...run, id, timestamp, signature, 'body.json', ...secrets]);
  }

  where('takes what is signed, with either secret while they are rotated', () => {
    expect(verified([secret], [secret])).toBe('true');
    expect(verified([secret, next], [next])).toBe('true');
    expect(verified([secret], [next, secret], 290)).toBe('true');
  });

  where('refuses what is signed otherwise, changed, too old or too new', () => {
    expect(verified([secret], [next])).toBe('false');
    expect(verified([secret], [])).toBe('false');
    expect(verified([secret], [secret], 0, { 'webhook-id': 'msg-2' })).toBe('false');
    expect(verified([secret], [secret], 0, { 'webhook-timestamp': 'now' })).toBe('false');
    expect(verified([secret], [secret], 310)).toBe('false');
    expect(verified([secret], [secret], -310)).toBe('false');
  });
});
