import { expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';
import { withoutSecrets } from './secrets.ts';

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

test.each([
  ['postgres://hengtong:planted@10.0.0.1:5432/taxation', 'postgres://hengtong:[hidden]@10.0.0.1:5432/taxation'],
  [
    'no way to postgres://u:pl@nted@db/x and to postgres://v:planted@db/y',
    'no way to postgres://u:[hidden]@db/x and to postgres://v:[hidden]@db/y',
  ],
  ['GET https://issuer.example/keys?client_secret=planted&page=2', 'GET https://issuer.example/keys?client_secret=[hidden]&page=2'],
  [
    'grant_type=client_credentials&client_id=taxation&client_secret=planted',
    'grant_type=client_credentials&client_id=taxation&client_secret=[hidden]',
  ],
  ['authorization: Bearer plantedplanted', 'authorization: Bearer [hidden]'],
  ['Authorization: Basic cGxhbnRlZDpwbGFudGVk', 'Authorization: Basic [hidden]'],
  [`the token ${jwt} is none`, 'the token [hidden] is none'],
  [
    '-----BEGIN EC PRIVATE KEY-----\nplan+ted==\n-----END EC PRIVATE KEY-----',
    '-----BEGIN EC PRIVATE KEY-----[hidden]-----END EC PRIVATE KEY-----',
  ],
  ['KAFKA_PASSWORD=planted BUS=kafka', 'KAFKA_PASSWORD=[hidden] BUS=kafka'],
  ["{ username: 'taxation', password: 'pla\\'nted', port: 9092 }", "{ username: 'taxation', password: '[hidden]', port: 9092 }"],
])('%s is written %s', (text, written) => {
  expect(withoutSecrets(text)).toBe(written);
});

test.each([
  'a token has expired: get a new one',
  'the bearer of this letter',
  'http://127.0.0.1:4002/v1/cases?after=x@y',
  'the basic rules, as they stand',
  '{"tokens":3,"idempotencyKey":"a","secretary":"Li"}',
])('%s says nothing that has to be hidden', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('JSON stays JSON, and only secrets go', () => {
  const line = {
    a: { b: { c: { password: 'pla"nted', clientSecret: 'planted', secret: 17, kept: 'kept' } } },
    list: [{ access_token: 'planted' }, { 'set-cookie': 'planted\\' }],
    body: JSON.stringify({ password: 'planted', again: JSON.stringify({ token: 'planted' }), kept: 'kept' }),
    msg: 'kept',
  };
  const written = withoutSecrets(JSON.stringify(line));
  expect(written).not.toMatch(/planted|pla/);
  expect(JSON.parse(written)).toMatchObject({
    a: { b: { c: { password: '[hidden]', clientSecret: '[hidden]', secret: '[hidden]', kept: 'kept' } } },
    list: [{ access_token: '[hidden]' }, { 'set-cookie': '[hidden]' }],
    body: expect.stringContaining('kept'),
    msg: 'kept',
  });
});

test.each(['a-', 'eyJ-', 'token-', 'token"', 'x://a:', '://', 'Basic ', '-----BEGIN PRIVATE KEY-----', 'secret\\'])(
  'a text of many %j takes no longer for it',
  (part) => {
    const text = part.repeat(250_000);
    expect(withoutSecrets(text)).toBe(text);
  },
);

test('a logger hides them in messages, fields and the stacks of errors', () => {
  const written: string[] = [];
  const log = createLogger({ service: 'taxation', to: { write: (line) => void written.push(line) } });
  const cause = new Error('postgres://u:planted@db/x does not answer');
  log.child({ headers: { authorization: 'Bearer planted' } }).error({ err: new Error('password=planted', { cause }) }, `token ${jwt}`);
  expect(written.join('')).not.toMatch(/planted|eyJ/);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ err: { cause: { message: 'postgres://u:[hidden]@db/x does not answer' } } });
});
