import { expect, jest, test } from '@jest/globals';
import { stopAll } from './stop.ts';

test('parts end one after another', async () => {
  const ended: string[] = [];
  const part = (name: string) => ({ name, stop: async () => void (await Promise.resolve(), ended.push(name)) });
  await stopAll([part('consumers'), part('relay'), part('pool')], 1_000);
  expect(ended).toEqual(['consumers', 'relay', 'pool']);
});

test('a part that fails does not keep the next from being ended, and is named', async () => {
  const pool = jest.fn(() => Promise.resolve());
  const relay = { name: 'relay', stop: () => Promise.reject(new Error('not connected')) };
  await expect(stopAll([relay, { name: 'pool', stop: pool }], 1_000)).rejects.toThrow('relay did not stop: not connected');
  expect(pool).toHaveBeenCalled();
});

test('a part that hangs is named when the time is up', async () => {
  jest.useFakeTimers();
  const hanging = { name: 'consumers', stop: () => new Promise<never>(() => undefined) };
  const stopped = stopAll([hanging], 10_000).catch((error: unknown) => error);
  await jest.advanceTimersByTimeAsync(10_000);
  jest.useRealTimers();
  expect(await stopped).toMatchObject({ message: 'consumers did not stop within 10 s of the signal' });
});
