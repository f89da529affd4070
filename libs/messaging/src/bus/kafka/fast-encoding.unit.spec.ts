import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeAnyRecord, encodeAsKafkajs } from './fast-encoding.ts';

test('a record has the same bytes as kafkajs would give it', () => {
  const text = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }));
  const header = fc.oneof({ weight: 5, arbitrary: fc.string({ maxLength: 200 }) }, { weight: 1, arbitrary: text });
  const headers = fc.dictionary(fc.string({ maxLength: 20 }), header, { maxKeys: 20, noNullPrototype: true });
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), text, text, headers, (offsetDelta, key, value, given) => {
      const record = { offsetDelta, timestampDelta: 0, key, value, headers: given };
      expect(encodeAnyRecord(record).buffer.equals(encodeAsKafkajs(record).buffer)).toBe(true);
    }),
  );
});
