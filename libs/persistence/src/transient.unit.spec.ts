import { expect, test } from '@jest/globals';
import { isTransient } from './transient.ts';

const withCode = (code: string) => Object.assign(new Error('said by the server'), { code });

test.each(['08006', '40001', '40P01', '53300', '57P01', '57014', '55P03', '25P03'])('SQLSTATE %s passes', (code) => {
  expect(isTransient(withCode(code))).toBe(true);
});

test.each(['23505', '22P02', '42P01', '55000', '25P02', 'XX000'])('SQLSTATE %s stays', (code) => {
  expect(isTransient(withCode(code))).toBe(false);
});

test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])('%s passes', (code) => {
  expect(isTransient(withCode(code))).toBe(true);
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
])('what pg says without a code passes: %s', (message) => {
  expect(isTransient(new Error(message))).toBe(true);
});

test('it is found as a cause, and in the bundle of a host with several addresses', () => {
  expect(isTransient(new Error('the batch failed', { cause: withCode('40001') }))).toBe(true);
  expect(isTransient(new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')], 'all addresses failed'))).toBe(true);
});

test.each([[new Error('a bug')], [new TypeError('x is not a function')], ['a string'], [undefined]])('anything else stays: %s', (error) => {
  expect(isTransient(error)).toBe(false);
});
