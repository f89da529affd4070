import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testCertificate } from '@hengtong/testing';
import { silent } from '../testing/contract-tools.ts';
import { kafkaBus } from './kafka-bus.ts';

/** What stands where a broker would, behind TLS: it counts whose handshake came to its end, and hangs up. */
const folder = await mkdtemp(join(tmpdir(), 'kafka-tls-'));
const certificate = await testCertificate(folder);
const whereOpensslIs = certificate ? test : test.skip;
let server: Server;
let handshakes = 0;
let port: number;

beforeAll(async () => {
  server = createServer({ ...(certificate && { cert: certificate.cert, key: certificate.key }) }, (socket) => {
    handshakes++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  // Whoever does not believe the certificate breaks off.
  server.on('tlsClientError', () => undefined);
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await once(server.close(), 'close');
  await rm(folder, { recursive: true, force: true });
});

async function comesThrough(broker: string, tls: { ca?: string } | undefined): Promise<boolean> {
  const before = handshakes;
  const bus = kafkaBus({ brokers: [broker], tls, clientId: 'test', log: silent });
  await expect(bus.identity()).rejects.toBeInstanceOf(Error);
  await bus.close();
  return handshakes > before;
}

whereOpensslIs('a broker whose certificate the given authority has signed is believed, by name and by address', async () => {
  const ca = certificate?.cert ?? '';
  expect(await comesThrough(`localhost:${port}`, { ca })).toBe(true);
  expect(await comesThrough(`127.0.0.1:${port}`, { ca })).toBe(true);
});

whereOpensslIs('nothing is said to one whose certificate nobody has signed, nor without TLS', async () => {
  expect(await comesThrough(`127.0.0.1:${port}`, {})).toBe(false);
  expect(await comesThrough(`127.0.0.1:${port}`, undefined)).toBe(false);
});
