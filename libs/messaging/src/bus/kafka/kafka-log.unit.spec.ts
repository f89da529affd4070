import { expect, jest, test } from '@jest/globals';
import { logLevel } from 'kafkajs';
import { kafkaLog } from './kafka-log.ts';

const entry = (level: logLevel, message: string) => ({
  namespace: 'Connection',
  level,
  label: '',
  log: { timestamp: '', logger: 'kafkajs', message, broker: 'b:1' },
});

test('what kafkajs says is worth one level less, and said once when it repeats itself', () => {
  const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const pass = kafkaLog(log)(logLevel.INFO);
  pass(entry(logLevel.ERROR, 'away'));
  pass(entry(logLevel.ERROR, 'away'));
  pass(entry(logLevel.WARN, 'rebalancing'));
  pass(entry(logLevel.INFO, 'joined'));
  const details = { broker: 'b:1', kafkajs: 'Connection' };
  expect(log.warn.mock.calls).toEqual([[details, 'away']]);
  expect(log.info.mock.calls).toEqual([[details, 'rebalancing']]);
  expect(log.debug.mock.calls).toEqual([
    [details, 'away'],
    [details, 'joined'],
  ]);
  expect(log.error).not.toHaveBeenCalled();
});
