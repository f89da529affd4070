import { expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, Transport } from '../../adapters/webhook/index.ts';
import { receiver } from '../../adapters/webhook/testing/receiver.ts';
import { testSend } from './test-send.ts';

test('a test is sent once, signed and marked, and what came of it is told', async () => {
  const transport = new Transport({ policy: { anywhere: true, ports: [] } });
  const agency = await receiver((response) => response.writeHead(500).end('not yet'));
  const secrets = [newSecret()];
  const event = { id: 'e1', json: '{"id":"e1"}' };
  expect(await testSend(transport, { sink: agency.url, secrets }, event)).toMatchObject({ status: 500, body: 'not yet' });
  expect(await testSend(transport, { secrets }, event)).toMatchObject({ error: 'refused-sink' });
  expect(agency.received).toMatchObject([{ body: event.json, headers: { 'webhook-id': 'e1', 'webhook-test': 'true' } }]);
  expect(new Webhook(secrets[0]!).verify(event.json, agency.received[0]!.headers as Record<string, string>)).toEqual({ id: 'e1' });
  await agency.close();
  await transport.close();
});
