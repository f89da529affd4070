import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { clientCredentials, type Hengtong, hengtong, verifyWebhook } from '@hengtong/client';
import type { CloudEvent } from '@hengtong/contracts';
import { demoCases, signInFrom } from '@hengtong/local';
import type { TestSystem } from '@hengtong/testing';
import { systemWithItsIssuer } from './own-issuer.ts';

/** Milliseconds in which a whole system starts or stops on a busy machine. */
const SYSTEM = 120_000;
const program = join(import.meta.dirname, '../../../libs/cli/bin/hengtong.mjs');
const OPENED = 'gov.hengtong.case.opened.v1';
const CLOSED = 'gov.hengtong.case.closed.v1';

describe('events live, with the issuer of the local start', () => {
  let system: TestSystem;
  let people: Record<string, string>;
  let as: (client: string) => Hengtong;
  const children: ChildProcessWithoutNullStreams[] = [];
  const make = demoCases();
  let made = 0;

  beforeAll(async () => {
    system = await systemWithItsIssuer();
    const secrets = JSON.parse(await readFile(join(system.dataDir, 'identity-secrets.json'), 'utf8')) as {
      people: Record<string, string>;
      clients: Record<string, string>;
    };
    ({ people } = secrets);
    const { issuerUrl, orchestratorUrl, eventHubUrl } = system;
    as = (clientId) => {
      const token = clientCredentials({ issuer: issuerUrl, clientId, clientSecret: secrets.clients[clientId] ?? '' });
      return hengtong({ orchestratorUrl, eventHubUrl, token });
    };
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await as('statistics').grants.ask({ types: [OPENED, CLOSED], purpose: 'Monthly figures of new enterprises', until });
  }, SYSTEM);
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => system.stop(), SYSTEM);

  function hengtongProgram(...args: string[]): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [program, ...args, '--data', system.dataDir], { env: { PATH: process.env['PATH'] } });
    children.push(child);
    return child;
  }

  /** Waits until a program has written this to standard error, and gives what matched. */
  async function said(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<RegExpExecArray> {
    let all = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      const found = what.exec((all += String(chunk)));
      if (found) return found;
    }
    throw new Error(`it has ended without a word of ${String(what)}: ${all}`);
  }

  const openCase = () => as('applicants-portal').cases.open(make(made++));

  test(
    'tail: a person signs in, and sees a case from its first event to its last; Ctrl-C ends it with 0',
    async () => {
      const child = hengtongProgram('tail', '--process', 'enterprise-startup');
      const [, address = ''] = await said(child, /^ +(http\S+)$/m);
      await fetch(await signInFrom(address, { name: 'he.min', password: people['he.min'] ?? '' }));
      await said(child, /Connected/);
      const { id, code } = await openCase();
      const lines: string[] = [];
      for await (const line of createInterface(child.stdout)) {
        if (line.includes(code) || line.includes(id.slice(-12))) lines.push(line);
        if (line.includes(code) && line.includes('Case closed')) break;
      }
      expect(lines[0]).toContain('办件已受理 Case opened');
      expect(lines.filter((line) => line.includes('步骤已办结 Step completed'))).toHaveLength(6);
      expect(lines.at(-1)).toContain('办件已办结 Case closed: granted');
      // Into a pipe, no colours.
      expect(lines.join('')).not.toContain('\u001b');
      child.kill('SIGINT');
      expect(await once(child, 'close')).toEqual([0, null]);
    },
    SYSTEM,
  );

  test(
    'tail --json: an agency sees what it was granted and nothing else, and goes on when the hub has been away',
    async () => {
      const child = hengtongProgram('tail', '--json', '--client', 'statistics');
      await said(child, /Connected/);
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const next = async (): Promise<CloudEvent> => JSON.parse((await lines.next()).value as string) as CloudEvent;
      const first = await openCase();
      expect([await next(), await next()]).toMatchObject([
        { type: OPENED, subject: first.id, specversion: '1.0' },
        { type: CLOSED, subject: first.id, data: { outcome: 'granted' } },
      ]);
      const hub = system.services.find(({ service }) => service === 'event-hub');
      await hub?.kill();
      const second = await openCase();
      await hub?.restart();
      expect([await next(), await next()]).toMatchObject([
        { type: OPENED, subject: second.id },
        { type: CLOSED, subject: second.id },
      ]);
    },
    SYSTEM,
  );

  test('tail into a pipe that closes ends like any other program', async () => {
    const child = hengtongProgram('tail', '--client', 'statistics', '--since', '1d');
    // Listened to from the beginning: it may end while the case is still being opened.
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await openCase();
    expect(await closed).toEqual([0, null]);
  });

  test(
    'listen brings what an agency was granted to its own machine, signed',
    async () => {
      const got: CloudEvent[] = [];
      let secret = '';
      const receiver = createServer((request, response) => {
        void text(request).then((body) => {
          got.push(verifyWebhook(request.headers, body, [secret]));
          response.writeHead(204).end();
        });
      }).listen(0, '127.0.0.1');
      await once(receiver, 'listening');
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
      const child = hengtongProgram('listen', '--forward', url, '--types', `${OPENED},${CLOSED}`, '--client', 'statistics');
      [, secret = ''] = await said(child, /(whsec_\S+)[^]*Connected/);
      const { id } = await openCase();
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const shown = [await lines.next(), await lines.next()].map(({ value }) => value as string);
      expect(shown).toEqual([expect.stringMatching(/^204 .*Case opened/), expect.stringMatching(/^204 .*Case closed: granted/)]);
      expect(got).toMatchObject([
        { type: OPENED, subject: id },
        { type: CLOSED, subject: id },
      ]);
      receiver.closeAllConnections();
      receiver.close();
    },
    SYSTEM,
  );
});
