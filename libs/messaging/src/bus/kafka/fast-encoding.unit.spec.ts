import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeRecord } from './fast-encoding.ts';

const kafkajs = createRequire(import.meta.url)('kafkajs/src/protocol/recordBatch/record/v0/index.js') as (record: object) => {
  buffer: Buffer;
};

test('a record has the same bytes as kafkajs would give it', () => {
  const text = fc.string({ unit: 'binary', maxLength: 400 });
  const headers = fc.dictionary(fc.string({ maxLength: 20 }), text, { maxKeys: 20, noNullPrototype: true });
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), text, text, headers, (offsetDelta, key, value, given) => {
      const ours = encodeRecord(offsetDelta, { key, value, headers: given });
      const theirs = kafkajs({ offsetDelta, timestampDelta: 0, key, value, headers: given });
      expect(ours.buffer.equals(theirs.buffer)).toBe(true);
    }),
  );
});
