import { expect, test } from '@jest/globals';
import { brokerProperties } from './properties.ts';

const properties = new Map(
  brokerProperties({ port: 4092, controllerPort: 4093, logDir: 'C:\\data\\log' })
    .trimEnd()
    .split('\n')
    .map((line) => line.split('=', 2) as [string, string]),
);

test('the broker listens on this machine only', () => {
  expect(properties.get('listeners')).toBe('BROKER://127.0.0.1:4092,CONTROLLER://127.0.0.1:4093');
  expect(properties.get('advertised.listeners')).toBe('BROKER://127.0.0.1:4092');
});

test('no topic comes into being by being named', () => {
  expect(properties.get('auto.create.topics.enable')).toBe('false');
});

test('a folder of another system is written as Java reads it', () => {
  expect(properties.get('log.dirs')).toBe('C:/data/log');
});
