import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { isSecret, newSecret, signed } from './signature.ts';

const secretOf = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

test('what we sign is verified by the reference implementation, with either secret while they are rotated', () => {
  fc.assert(
    fc.property(fc.json(), fc.uuid(), (body, id) => {
      const secrets = [newSecret(), newSecret()];
      const headers = signed(id, Date.now(), body, secrets);
      for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature found');
      expect(() => new Webhook(secrets[0]!).verify(`${body} `, headers)).toThrow('No matching signature found');
    }),
  );
});

test('the example of the specification comes to its signature', () => {
  const headers = signed('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}', [
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ]);
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('a secret has 24 to 64 bytes in padded base64', () => {
  for (const secret of [newSecret(), secretOf(24), secretOf(64), secretOf(25)]) expect(isSecret(secret)).toBe(true);
  for (const text of [
    '',
    'whsec_',
    secretOf(23),
    secretOf(65),
    secretOf(32).slice(6),
    secretOf(25).replace(/=+$/, ''),
    `${secretOf(32)}\n`,
    `whsec_${'-'.repeat(32)}`,
    `whsec_${'hello there '.repeat(4)}`,
  ]) {
    expect([text, isSecret(text)]).toEqual([text, false]);
  }
});
