import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signInFrom } from '@hengtong/local';
import type { TestSystem } from '@hengtong/testing';
import { systemWithItsIssuer } from './own-issuer.ts';

/** Milliseconds in which a whole system starts or stops on a busy machine. */
const SYSTEM = 120_000;
const program = join(import.meta.dirname, '../../../libs/cli/bin/hengtong.mjs');

describe('the command line, with the issuer of the local start', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await systemWithItsIssuer();
  }, SYSTEM);
  afterAll(() => system.stop(), SYSTEM);

  const hengtong = (...args: string[]): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, [program, ...args, '--data', system.dataDir], { env: { PATH: process.env['PATH'] } });

  async function ended(child: ChildProcessWithoutNullStreams): Promise<{ code: number; out: string; err: string }> {
    const [[code], out, err] = await Promise.all([once(child, 'close') as Promise<[number]>, text(child.stdout), text(child.stderr)]);
    return { code, out: out.trim(), err };
  }

  const statusAt = async (url: string, header: string): Promise<number> => {
    const [name = '', value = ''] = header.split(': ');
    return (await fetch(url, { headers: { [name]: value } })).status;
  };

  test('gives the header with which a client is let in where it belongs, and nowhere else', async () => {
    const { code, out } = await ended(hengtong('token', '--client', 'taxation'));
    expect([code, out]).toEqual([0, expect.stringMatching(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)]);
    expect(await statusAt(`${system.departments['taxation']}/v1/work-items`, out)).toBe(200);
    expect(await statusAt(`${system.departments['housing-fund']}/v1/work-items`, out)).toBe(403);
    expect(await statusAt(`${system.orchestratorUrl}/v1/dead-letters/01a20d98-5bfe-70fa-a13b-8780d8f10b11`, out)).toBe(403);
  });

  test(
    'signs a person in through the browser',
    async () => {
      const child = hengtong('login');
      let said = '';
      child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
      while (!/^ +http\S+$/m.test(said)) await once(child.stderr, 'data');
      const address = /^ +(http\S+)$/m.exec(said)?.[1] ?? '';
      const { people } = JSON.parse(await readFile(join(system.dataDir, 'identity-secrets.json'), 'utf8')) as {
        people: Record<string, string>;
      };
      const back = await signInFrom(address, { name: 'gao.jie', password: people['gao.jie'] ?? '' });
      const [out] = await Promise.all([text(child.stdout), fetch(back)]);
      expect(await statusAt(`${system.orchestratorUrl}/v1/dead-letters`, out.trim())).toBe(200);
      expect(await statusAt(`${system.departments['taxation']}/v1/work-items`, out.trim())).toBe(200);
    },
    SYSTEM,
  );

  test('says what to do with what it does not understand', async () => {
    expect(await ended(hengtong('token'))).toMatchObject({ code: 1, err: expect.stringContaining('--client taxation') });
    expect(await ended(hengtong('token', '--client', 'nobody'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no client nobody'),
    });
    expect(await ended(hengtong('dance'))).toMatchObject({ code: 2, err: expect.stringContaining('There is no command dance.') });
    const elsewhere = spawn(process.execPath, [program, 'token', '--client', 'taxation', '--data', '/nowhere']);
    expect(await ended(elsewhere)).toMatchObject({ code: 1, err: expect.stringContaining('npm start') });
  });
});
