import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition-of.ts';

/** Hashes that Kafka's own `UtilsTest.testMurmur2` expects, for keys that are ASCII. */
const known: [string, number][] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
];

test.each(known)('puts %s where the Java client puts it', (key, hash) => {
  for (const partitions of [1, 2, 3, 7, 50]) expect(partitionOf(key, partitions)).toBe((hash & 0x7fffffff) % partitions);
});

test('agrees with kafkajs for any key', () => {
  const partitioner = Partitioners.DefaultPartitioner();
  const partitionMetadata = (count: number) =>
    Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: 1, partitionErrorCode: 0, replicas: [1], isr: [1] }));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (key, partitions) => {
      const message = { key, value: null };
      expect(partitionOf(key, partitions)).toBe(partitioner({ topic: 't', partitionMetadata: partitionMetadata(partitions), message }));
    }),
  );
});
