import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { removeScratchFolder, scratchFolder, testCertificate } from '@hengtong/testing';
import { askForConsent } from './ask-for-consent.ts';
import { STRICT } from './sink-policy.ts';
import { receiver, type Receiver } from './testing/receiver.ts';
import { Transport, type TransportOptions } from './transport.ts';

const ANYWHERE = { anywhere: true, ports: [] };
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

function transport(options: Partial<TransportOptions> = {}): Transport {
  const made = new Transport({ policy: ANYWHERE, ...options });
  open.push(made);
  return made;
}

async function answering(...args: Parameters<typeof receiver>): Promise<Receiver> {
  const made = await receiver(...args);
  open.push(made);
  return made;
}

/** A server that does what it likes with each connection. */
async function raw(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('a post arrives as it is, and its answer is kept', async () => {
  const agency = await answering((response) => response.writeHead(202, { 'retry-after': '7' }).end('thank you'));
  const posted = await transport().post(`${agency.url}in?of=3`, '{"name":"横通"}', { 'webhook-id': 'e1' });
  expect(posted).toEqual({ status: 202, body: 'thank you', retryAfterMs: 7_000, durationMs: expect.any(Number) });
  expect(agency.received).toEqual([
    {
      method: 'POST',
      body: '{"name":"横通"}',
      at: expect.any(Number),
      headers: expect.objectContaining({
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'webhook-id': 'e1',
        'content-length': '17',
      }),
    },
  ]);
});

test('connections are kept, and there are no more of them to one endpoint than allowed', async () => {
  const ports = new Set<number | undefined>();
  const agency = await answering((response) => {
    ports.add(response.socket?.remotePort);
    setImmediate(() => response.end());
  });
  const sender = transport({ connections: 3 });
  for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 10 }, () => sender.post(agency.url, '{}', {})));
  expect(agency.received).toHaveLength(50);
  expect(ports.size).toBe(3);
});

test('a redirect is an answer like any other', async () => {
  const inside = await answering();
  const agency = await answering((response) => response.writeHead(307, { location: inside.url }).end());
  expect(await transport().post(agency.url, '{}', {})).toMatchObject({ status: 307 });
  expect(inside.received).toEqual([]);
});

test('of an answer of 10 MB the status and the first KiB are kept, and the rest is not waited for', async () => {
  let sent = 0;
  const agency = await answering((response) => {
    const part = Buffer.alloc(65_536, 'x');
    const more = (): void => {
      while (sent < 10_000_000 && !response.destroyed) {
        sent += part.length;
        if (!response.write(part)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  const posted = await transport().post(agency.url, '{}', {});
  expect(posted).toMatchObject({ status: 200, body: 'x'.repeat(1_024) });
  expect(sent).toBeLessThan(10_000_000);
});

test('a body that drips a byte a second is cut off after one: the status counts', async () => {
  const agency = await raw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nA');
    const drip = setInterval(() => socket.write('B'), 1_000);
    socket.on('close', () => clearInterval(drip));
  });
  const posted = await transport().post(agency, '{}', {});
  expect(posted).toMatchObject({ status: 200, body: expect.stringMatching(/^AB?$/) });
  expect(posted.durationMs).toBeLessThan(2_000);
});

test('headers that drip a byte at a time are not waited for beyond the timeout', async () => {
  const agency = await raw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nX-Long: ');
    const drip = setInterval(() => socket.write('a'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  const posted = await transport({ timeout: 300 }).post(agency, '{}', {});
  expect(posted).toEqual({ error: 'timeout', durationMs: expect.any(Number) });
  expect(posted.durationMs).toBeLessThan(1_500);
});

test.each([
  ['closes without an answer', (socket: Socket) => socket.once('data', () => socket.end()), 'closed'],
  ['resets the connection', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy()), 'closed'],
  ['says something else than HTTP', (socket: Socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.9\r\n')), 'protocol'],
  ['sends headers without end', (socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`), 'protocol'],
  ['never answers', () => undefined, 'timeout'],
])('an endpoint that %s', async (_, onConnection, error) => {
  const agency = await raw(onConnection);
  expect(await transport({ timeout: 500 }).post(agency, '{}', {})).toEqual({ error, durationMs: expect.any(Number) });
});

test('an endpoint that nobody listens at, and a name that nobody has', async () => {
  const gone = await receiver();
  await gone.close();
  expect(await transport().post(gone.url, '{}', {})).toMatchObject({ error: 'connection' });
  const resolve: TransportOptions['resolve'] = (_name, done) => done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
  expect(await transport({ resolve }).post('http://agency.invalid/', '{}', {})).toMatchObject({ error: 'dns' });
});

test('a certificate that nobody vouches for', async () => {
  const folder = await scratchFolder();
  const certificate = await testCertificate(folder);
  if (certificate) {
    const agency = await answering(undefined, certificate);
    expect(await transport().post(agency.url, '{}', {})).toMatchObject({ error: 'tls' });
    const named = `https://agency.example:${agency.port}/`;
    const resolve: TransportOptions['resolve'] = (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    expect(await transport({ resolve }).post(named, '{}', {})).toMatchObject({ error: 'tls' });
    expect(agency.received).toEqual([]);
  }
  await removeScratchFolder(folder);
});

test('what has come of a text is kept without half a character, and without what PostgreSQL does not take', async () => {
  const agency = await answering((response) => response.writeHead(500).end(`\0${'横'.repeat(1_000)}`));
  const { body } = await transport().post(agency.url, '{}', {});
  expect(body).toBe(`\uFFFD${'横'.repeat(341)}`);
});

test('a name that resolves to an address inside is refused before anything is sent, also among public ones', async () => {
  const inside = await answering();
  const sink = `https://agency.example:${inside.port}/`;
  const policy = { ...STRICT, ports: [inside.port] };
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1']]) {
    const resolve: TransportOptions['resolve'] = (_name, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    expect(await transport({ policy, resolve }).post(sink, '{}', {})).toMatchObject({ error: 'refused-address' });
  }
  expect(await transport({ policy }).post(inside.url, '{}', {})).toMatchObject({ error: 'refused-sink' });
  expect(await transport({ policy }).post(`https://127.0.0.1:${inside.port}/`, '{}', {})).toMatchObject({ error: 'refused-address' });
  expect(inside.received).toEqual([]);
});

test('a name is resolved once for a connection: what was checked is what is connected to', async () => {
  const agency = await answering();
  let asked = 0;
  const resolve: TransportOptions['resolve'] = (_name, done) => done(null, [{ address: asked++ ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
  const sender = transport({ resolve, connections: 1 });
  for (let i = 0; i < 3; i++) expect(await sender.post(`http://agency.example:${agency.port}/`, '{}', {})).toMatchObject({ status: 204 });
  expect(asked).toBe(1);
  expect(agency.received[0]?.headers.host).toBe(`agency.example:${agency.port}`);
});

test.each<[string, number, Record<string, string>, object]>([
  ['allows any origin, at any rate', 200, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' }, { given: true }],
  ['allows ours', 204, { 'webhook-allowed-origin': 'hub.example', 'webhook-allowed-rate': '60' }, { given: true, perMinute: 60 }],
  ['names no rate', 200, { 'webhook-allowed-origin': '*' }, { given: true, perMinute: 600 }],
  [
    'allows another',
    200,
    { 'webhook-allowed-origin': 'other.example' },
    { given: false, reason: 'the sink allows other.example, not hub.example' },
  ],
  ['says nothing of it', 200, {}, { given: false, reason: 'the answer to OPTIONS has no WebHook-Allowed-Origin' }],
  ['does not know OPTIONS', 405, {}, { given: false, reason: 'the sink answered OPTIONS with 405' }],
  ['names an odd rate', 200, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': 'few' }, { given: false }],
])('a sink that %s is asked for its consent', async (_, status, headers, consent) => {
  const agency = await answering((response) => response.writeHead(status, headers).end());
  expect(await askForConsent(transport(), agency.url, 'hub.example', 600)).toMatchObject(consent);
  expect(agency.received).toMatchObject([
    { method: 'OPTIONS', body: '', headers: { 'webhook-request-origin': 'hub.example', 'webhook-request-rate': '600' } },
  ]);
});
