/** What kafkajs asks of an encoded record: an encoder with its bytes. */
export interface Encoded {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}

export interface RecordToEncode {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key?: string | Buffer | null;
  readonly value?: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer | (string | Buffer)[] | undefined>>;
}

export type EncodeRecord = (record: RecordToEncode) => Encoded;

/** Our own messages are text with ASCII headers and carry no time of their own; whatever else there may be goes the long way. */
export const fastEncoder =
  (original: EncodeRecord): EncodeRecord =>
  (record) => {
    const plain = plainRecord(record);
    return plain ? encodeRecord(record.offsetDelta ?? 0, plain) : original(record);
  };

interface PlainRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

function plainRecord({ key, value, headers = {}, timestampDelta = 0 }: RecordToEncode): PlainRecord | undefined {
  if (timestampDelta !== 0 || typeof key !== 'string' || typeof value !== 'string') return undefined;
  let all = '';
  for (const name in headers) {
    const header = headers[name];
    if (typeof header !== 'string') return undefined;
    all += nameBytes(name) === undefined ? '\u0100' : header;
  }
  return isAscii(all) ? { key, value, headers: headers as Record<string, string> } : undefined;
}

/**
 * Length, attributes, time delta, offset delta, key, value, headers, all lengths as zig-zag varints. Every byte before and after the
 * value is one character of a string, so that two writes do where there were forty.
 */
function encodeRecord(offsetDelta: number, { key, value, headers }: PlainRecord): Encoded {
  const valueLength = Buffer.byteLength(value);
  const before = `\0\0${varint(offsetDelta)}${bytesOf(key)}${varint(valueLength)}`;
  let after = '';
  let count = 0;
  for (const name in headers) {
    const header = headers[name] ?? '';
    after += nameBytes(name) + varint(header.length) + header;
    count++;
  }
  after = varint(count) + after;
  const head = varint(before.length + valueLength + after.length) + before;
  const buffer = Buffer.allocUnsafe(head.length + valueLength + after.length);
  buffer.write(head, 'latin1');
  buffer.write(value, head.length);
  buffer.write(after, head.length + valueLength, 'latin1');
  return { buf: buffer, buffer };
}

const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

/** A text with its length before it, each byte a character. */
const bytesOf = (text: string): string => {
  const bytes = isAscii(text) ? text : Buffer.from(text).toString('latin1');
  return varint(bytes.length) + bytes;
};

const known = new Map<string, string | undefined>();

/** A header's name with its length before it; undefined if it is not ASCII. There are few names, and they never change. */
function nameBytes(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const bytes = isAscii(name) ? bytesOf(name) : undefined;
  if (known.size < 1_000) known.set(name, bytes);
  return bytes;
}

const BYTE = Array.from({ length: 64 }, (_, number) => String.fromCharCode(number * 2));

/** A number that is not negative as a zig-zag varint, each byte a character. */
function varint(number: number): string {
  const one = BYTE[number];
  if (one !== undefined) return one;
  let rest = number * 2;
  let bytes = '';
  while (rest > 127) {
    bytes += String.fromCharCode((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return bytes + String.fromCharCode(rest);
}
