import { crc32c } from '@node-rs/crc32';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeRecord } from './decode-record.ts';
import { fastEncoder, type RecordToEncode } from './encode-record.ts';
import { asKafkajs } from './index.ts';

const text = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }));
const header = fc.oneof({ weight: 5, arbitrary: fc.string({ maxLength: 200 }) }, { weight: 1, arbitrary: text });
const headers = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.string({ maxLength: 20 }) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 9 }) }),
  header,
  { maxKeys: 20, noNullPrototype: true },
);
const record = fc.record({
  offsetDelta: fc.nat({ max: 100_000 }),
  timestampDelta: fc.oneof(fc.constant(0), fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })),
  key: fc.oneof(text, fc.constant(null)),
  value: fc.oneof(text, fc.constant(null)),
  headers,
});

/** The bytes of a record as kafkajs would send them, without the length before them, as it hands them to its decoder. */
function bytesOf(given: RecordToEncode): Buffer {
  const { buffer } = asKafkajs.encodeRecord(given);
  return buffer.subarray(buffer.findIndex((byte) => byte < 128) + 1);
}

test('a record has the same bytes as kafkajs would give it', () => {
  const encode = fastEncoder(asKafkajs.encodeRecord);
  fc.assert(fc.property(record, (given) => encode(given).buffer.equals(asKafkajs.encodeRecord(given).buffer)));
});

describe('a record that is read', () => {
  /** kafkajs gives headers as bytes, and as a list if a name is there twice. */
  const asText = (raw: unknown): string => String(Array.isArray(raw) ? raw.at(-1) : raw);

  test('is what kafkajs reads, headers as text', () => {
    const offsets = fc.bigInt({ min: 0n, max: 2n ** 62n }).map(String);
    const times = fc.nat({ max: 2_000_000_000_000 }).map(String);
    fc.assert(
      fc.property(record, offsets, times, fc.constantFrom(0, 1), (given, firstOffset, firstTimestamp, timestampType) => {
        const context = { firstOffset, firstTimestamp, maxTimestamp: '17', timestampType, magicByte: 2 };
        const ours = decodeRecord({ buffer: bytesOf(given) }, context);
        const { Decoder } = asKafkajs;
        const theirs = asKafkajs.decodeRecord(new Decoder(bytesOf(given)), context);
        const theirHeaders = Object.entries(theirs.headers)
          .filter(([name]) => name !== '__proto__')
          .map(([name, value]) => [name, asText(value)] as const);
        expect(ours).toEqual({ ...theirs, headers: Object.fromEntries<string>(theirHeaders) });
      }),
    );
  });

  test('keeps a header that is no UTF-8 as its bytes, and takes the last of two with one name', () => {
    const odd = Buffer.from([0xff, 0x00, 0xfe]);
    const given = { key: 'k', value: 'v', headers: { odd, twice: ['one', 'two'] } };
    const { headers: read } = decodeRecord({ buffer: bytesOf(given) }, { firstOffset: '0', firstTimestamp: '0' });
    expect(read).toEqual({ odd, twice: 'two' });
  });
});

test('a checksum is the one of kafkajs', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32c(Buffer.from(bytes)) === asKafkajs.crc32c(Buffer.from(bytes))));
});
