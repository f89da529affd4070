import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { checkPorts } from './check-ports.ts';
import { freePort } from './free-port.ts';
import { listeningInode } from './port-owner.ts';

test('free ports pass', async () => {
  await checkPorts([{ port: await freePort(), for: 'something' }]);
});

test('a port that is taken is named, with what holds it and what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(checkPorts([{ port, for: 'the orchestrator' }])).rejects.toThrow(
    new RegExp(`^Port ${port}, for the orchestrator, is taken by (process ${process.pid} \\(.+\\)|another program)\\.\n.*--port-base`),
  );
  server.close();
});

test('who listens is read from the table of sockets, not who merely is connected', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0FA2 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 111 1
   1: 0100007F:0FA2 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1`;
  expect(listeningInode(table, 4002)).toBe('222');
  expect(listeningInode(table, 4003)).toBeUndefined();
});
