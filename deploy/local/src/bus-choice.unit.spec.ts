import { expect, test } from '@jest/globals';
import { chooseBus } from './bus-choice.ts';

const here = async () => ({ ok: true }) as const;
const missing = async () => ({ ok: false, missing: 'Java ≥ 17 (there is no "java" command)' }) as const;
const notAsked = () => Promise.reject(new Error('nobody needs to know'));

test('brokers that are given are used, whatever this machine has', async () => {
  const choice = await chooseBus('auto', ['broker:9092'], notAsked);
  expect(choice).toEqual({ bus: 'kafka', brokers: ['broker:9092'], why: 'Kafka at broker:9092, from KAFKA_BROKERS' });
});

test('else a broker is started where it can be', async () => {
  expect(await chooseBus('auto', undefined, here)).toEqual({ bus: 'kafka', why: 'a local Kafka broker: Java and Maven are here' });
});

test('else the embedded bus, and why', async () => {
  const { bus, why } = await chooseBus('auto', undefined, missing);
  expect(bus).toBe('embedded');
  expect(why).toContain('because a Kafka broker needs Java ≥ 17 (there is no "java" command)');
});

test('Kafka on demand is Kafka or an error', async () => {
  expect((await chooseBus('kafka', undefined, here)).bus).toBe('kafka');
  await expect(chooseBus('kafka', undefined, missing)).rejects.toThrow(/--bus kafka needs a broker.*missing Java/);
});

test('the embedded bus on demand, even where brokers are given', async () => {
  expect((await chooseBus('embedded', ['broker:9092'], notAsked)).bus).toBe('embedded');
});
