import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudEvent, Grant } from '@hengtong/contracts';

/** A server on a free port, until the test has ended. */
export async function serving(listener: RequestListener): Promise<{ readonly url: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const ends: (() => Promise<void>)[] = [];

/** Ends whatever the test that has ended has started: for `afterEach`. */
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}

/** What looks like the local start to a command: an issuer that gives a token to everybody, and a hub that streams these events. */
export interface LocalStart {
  readonly dataDir: string;
  /** Addresses that the hub was asked for. */
  readonly asked: string[];
}

const grant: Grant = {
  id: '01a20c80-4c5d-7e6f-9071-8293a4b5c6d7',
  agency: 'statistics',
  types: [{ type: 'gov.hengtong.case.opened.v1', status: 'granted', owner: 'orchestrator' }],
  purpose: 'Monthly figures',
  until: '2027-11-24T08:00:00Z',
  status: 'active',
  askedBy: { type: 'agency', id: 'statistics' },
  askedAt: '2026-11-24T08:00:00Z',
};

/** Starts it. `refused` is the status with which the hub answers in place of a stream; `grants` are those of every agency. */
export async function localStart(events: readonly CloudEvent[], refused?: number, grants: readonly Grant[] = [grant]): Promise<LocalStart> {
  const asked: string[] = [];
  const json = (response: ServerResponse, body: unknown): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const { url } = await serving((request, response) => {
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') return json(response, { issuer: url, token_endpoint: `${url}/token` });
    if (path === '/token') return json(response, { access_token: 'token', token_type: 'bearer', expires_in: 300 });
    if (path.startsWith('/v1/grants')) return json(response, { items: grants });
    if (path === '/v1/event-types') return void response.writeHead(503).end();
    asked.push(path);
    if (refused !== undefined)
      return void response.writeHead(refused).end('{"type":"x","title":"Refused","status":422,"detail":"The filter is not taken."}');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const last = Number(request.headers['last-event-id'] ?? 0);
    response.write(
      events
        .slice(last)
        .map((event, index) => `id: ${last + index + 1}\ndata: ${JSON.stringify(event)}\n\n`)
        .join(''),
    );
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'hengtong-cli-'));
  await writeFile(join(dataDir, 'local.json'), JSON.stringify({ issuer: url, eventHub: url }));
  await writeFile(join(dataDir, 'identity-secrets.json'), JSON.stringify({ clients: { statistics: 'secret' } }));
  ends.push(() => rm(dataDir, { recursive: true }));
  return { dataDir, asked };
}

/** An event of a case as the hub hands it out. */
export const eventOf = (type: string, data: unknown, more: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id: '01a20ca6-c22d-741c-a5b7-81e25f0964c6',
  type: `gov.hengtong.${type}`,
  source: 'orchestrator',
  subject: '01a20ca6-c20c-73ec-8417-7f63225d0aac',
  time: '2026-11-24T08:23:04.997Z',
  process: 'enterprise-startup',
  datacontenttype: 'application/json',
  data,
  ...more,
});
