import { isUtf8 } from 'node:buffer';

/** What kafkajs hands over: the bytes of one record, without the length before them. */
interface Decoder {
  readonly buffer: Buffer;
}

/** Of the record batch around it. */
interface BatchContext {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly maxTimestamp?: string;
  readonly timestampType?: number;
  readonly magicByte?: number;
  readonly isControlBatch?: boolean;
}

export interface DecodedRecord {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Text where the bytes are UTF-8. Of a header that is there twice the last counts; one without a value is none, nor is `__proto__`. */
  readonly headers: Record<string, string | Buffer>;
}

export type DecodeRecord = (decoder: Decoder, context: BatchContext) => DecodedRecord;

/** `timestampType` of a record batch whose records all have the time at which the broker took it. */
const LOG_APPEND_TIME = 1;

/** In the place of kafkajs's decoder, with the fields that its own has. */
export const decodeRecord: DecodeRecord = ({ buffer }, context) => {
  const record = new Reader(buffer);
  const attributes = record.byte();
  const timestampDelta = record.varint();
  const offsetDelta = record.varint();
  const key = record.bytes();
  const value = record.bytes();
  const { magicByte, isControlBatch = false, timestampType, maxTimestamp } = context;
  const given = timestampType === LOG_APPEND_TIME && maxTimestamp;
  return {
    magicByte,
    attributes,
    timestamp: given ? maxTimestamp : plus(context.firstTimestamp, timestampDelta),
    offset: plus(context.firstOffset, offsetDelta),
    key,
    value,
    headers: headersFrom(record),
    isControlRecord: isControlBatch,
    batchContext: context,
  } as DecodedRecord;
};

/** All bytes that are left, read as Latin-1 in one go: names and values are cut out of that one string. */
function headersFrom(record: Reader): DecodedRecord['headers'] {
  const headers: DecodedRecord['headers'] = {};
  const count = record.varint();
  if (count <= 0) return headers;
  const from = record.position;
  const text = record.buffer.toString('latin1', from);
  for (let index = 0; index < count; index++) {
    const name = record.span();
    const value = record.span();
    if (value.end < value.start) continue;
    const written = text.slice(name.start - from, name.end - from);
    const key = NOT_ASCII.test(written) ? record.buffer.toString('utf8', name.start, name.end) : written;
    // Nobody's header, and a property that is no place for text.
    if (key === '__proto__') continue;
    headers[key] = read(record.buffer, value, text.slice(value.start - from, value.end - from));
  }
  return headers;
}

const NOT_ASCII = /[\u0080-\uffff]/;

function read(buffer: Buffer, { start, end }: Span, text: string): string | Buffer {
  if (!NOT_ASCII.test(text)) return text;
  const bytes = buffer.subarray(start, end);
  return isUtf8(bytes) ? bytes.toString() : bytes;
}

const plus = (base: string, delta: number): string => {
  const sum = Number(base) + delta;
  return Number.isSafeInteger(sum) ? String(sum) : String(BigInt(base) + BigInt(delta));
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads what a record is made of: bytes, and lengths as zig-zag varints (Kafka protocol, record format v2). */
class Reader {
  readonly buffer: Buffer;
  position = 0;

  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }

  byte(): number {
    return this.buffer.readInt8(this.position++);
  }

  /** As a number of JavaScript, which is exact for all that a record says of itself (a timestamp delta below 2^53). */
  varint(): number {
    let raw = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.buffer[this.position++] ?? 0;
      raw += (next & 127) * factor;
      if (next < 128) return raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2;
    }
  }

  bytes(): Buffer | null {
    const { start, end } = this.span();
    return end < start ? null : this.buffer.subarray(start, end);
  }

  /** Where a length and its bytes stand; with its end before its start if there are none at all (null). */
  span(): Span {
    const length = this.varint();
    const start = this.position;
    this.position += Math.max(0, length);
    return { start, end: start + length };
  }
}
