import { expect, test } from '@jest/globals';
import { keysOf, newSecret, seal, type SessionKeys, unseal } from './seal.ts';

const keys = (secret = newSecret()): SessionKeys => {
  const made = keysOf(secret);
  if (!made) throw new Error('no secret');
  return made;
};

test('what is sealed in a session opens with its secret, and with no other', () => {
  const secret = newSecret();
  const sealed = seal(keys(secret), { access: 'token' });
  expect(sealed.toString('latin1')).not.toContain('token');
  expect(unseal(keys(secret), sealed)).toEqual({ access: 'token' });
  expect(() => unseal(keys(), sealed)).toThrow('unable to authenticate data');
  // The row of another session, be it with the same key.
  expect(() => unseal({ ...keys(secret), id: keys().id }, sealed)).toThrow('unable to authenticate data');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(keys(secret), sealed)).toThrow('unable to authenticate data');
});

test('neither id nor key shows the secret, and what is no secret has none', () => {
  const secret = newSecret();
  const { id, key } = keys(secret);
  expect(new Set([secret, id.toString('base64url'), key.toString('base64url')]).size).toBe(3);
  for (const text of ['', 'a', `${secret}a`, secret.replace(/.$/, '='), secret.replace(/.$/, ' ')]) expect(keysOf(text)).toBeUndefined();
});
