import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { eventOf } from '../testing/events.ts';
import { signWebhook } from './sign-webhook.ts';
import { verifyWebhook, WebhookRefused } from './verify-webhook.ts';

const [secret, other, third] = [1, 2, 3].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`) as [string, string, string];
const event = eventOf(1);
const body = JSON.stringify(event);
const signed = (at = Date.now(), secrets = [secret]): Record<string, string> => signWebhook(event.id, body, secrets, at);

const secrets = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`);
const events = fc
  .record({ number: fc.nat(), data: fc.json() })
  .map(({ number, data }) => JSON.stringify({ ...eventOf(number), data: JSON.parse(data) as unknown }));

test('takes what the reference implementation signs, which takes what we sign', () => {
  fc.assert(
    fc.property(secrets, events, fc.uuid(), (key, json, id) => {
      const at = new Date();
      const theirs = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(key).sign(id, at, json),
      };
      expect(verifyWebhook(theirs, json, [key])).toEqual(JSON.parse(json));
      expect(new Webhook(key).verify(json, signWebhook(id, json, [key]))).toEqual(JSON.parse(json));
    }),
  );
});

test('refuses whatever was changed: one byte of the body, the id, the time, the signature, the secret', () => {
  fc.assert(
    fc.property(secrets, events, fc.nat(), fc.integer({ min: 1, max: 255 }), (key, json, place, flip) => {
      const headers = signWebhook('id', json, [key]);
      const bytes = Buffer.from(json);
      bytes.writeUInt8(bytes.readUInt8(place % bytes.length) ^ flip, place % bytes.length);
      const signature = headers['webhook-signature'] ?? '';
      const at = 3 + (place % (signature.length - 4));
      const forged = `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`;
      const refused = (changed: Record<string, string>, sent: string | Uint8Array = json, with_ = key): void =>
        expect(() => verifyWebhook({ ...headers, ...changed }, sent, [with_])).toThrow('It is signed with none of the secrets.');
      refused({}, bytes);
      refused({ 'webhook-id': 'other' });
      refused({ 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) });
      refused({ 'webhook-signature': forged });
      refused({}, json, other);
    }),
  );
});

test('while secrets are rotated, one that fits is enough on either side', () => {
  expect(verifyWebhook(signed(), body, [other, secret])).toEqual(event);
  expect(verifyWebhook(signed(Date.now(), [other, secret]), body, [secret])).toEqual(event);
  expect(() => verifyWebhook(signed(Date.now(), [other, secret]), body, [third])).toThrow(WebhookRefused);
  const withOthers = { ...signed(), 'webhook-signature': `v1a,c2lnbmVk ${signed()['webhook-signature']} v2,x` };
  expect(verifyWebhook(withOthers, body, [secret])).toEqual(event);
});

test('refuses what is older or newer than it tolerates', () => {
  const now = 1_800_000_000_000;
  const at = (seconds: number) => () => verifyWebhook(signed(now + seconds * 1_000), body, [secret], { now });
  expect(at(-300)()).toEqual(event);
  expect(at(300)()).toEqual(event);
  expect(at(-301)).toThrow('It was sent 301 s ago.');
  expect(at(301)).toThrow('It was sent 301 s from now.');
  expect(() => verifyWebhook(signed(now - 11_000), body, [secret], { now, tolerance: 10 })).toThrow('It was sent 11 s ago.');
});

test('says what is missing, and what is no event', () => {
  for (const name of Object.keys(signed()))
    expect(() => verifyWebhook({ ...signed(), [name]: undefined }, body, [secret])).toThrow('must be there');
  expect(() => verifyWebhook({ ...signed(), 'webhook-timestamp': 'today' }, body, [secret])).toThrow('seconds since 1970');
  for (const wrong of ['', 'null', '{', '{"specversion":"1.0"}'])
    expect(() => verifyWebhook(signWebhook('id', wrong, [secret]), wrong, [secret])).toThrow('Its body is no structured CloudEvent.');
});

test('without a secret nothing passes, whoever signs with nothing', () => {
  expect(() => verifyWebhook(signed(), body, [])).toThrow('needs a secret');
  for (const none of ['', 'whsec_']) expect(() => verifyWebhook(signWebhook('id', body, [none]), body, [none])).toThrow('needs a secret');
});

test('works behind node:http and with the headers of fetch', async () => {
  const answers: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      answers.push(verifyWebhook(request.headers, sent, [secret]));
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect((await fetch(url, { method: 'POST', headers: signed(), body })).status).toBe(204);
  server.closeAllConnections();
  server.close();
  expect(answers).toEqual([event]);
  expect(verifyWebhook(new Headers(signed()), Buffer.from(body), [secret])).toEqual(event);
});
