import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What kafkajs asks of an encoded record: an encoder with its bytes. */
interface Encoded {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}

interface RecordToEncode {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key?: string | Buffer | null;
  readonly value?: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer | (string | Buffer)[] | undefined>>;
}

type EncodeRecord = (record: RecordToEncode) => Encoded;

interface Sent {
  readonly partition: number;
}
type GroupByPartition = (given: { messages: readonly Sent[] }) => Record<number, Sent[]>;

function load(): typeof import('kafkajs') {
  replace<EncodeRecord>('protocol/recordBatch/record/v0/index.js', fast, (original) => (slow = original));
  replace<GroupByPartition>('producer/groupMessagesPerPartition.js', groupByPartition);
  return require('kafkajs') as typeof import('kafkajs');
}

function replace<T>(name: string, ours: T, keep?: (original: T) => void): void {
  const path = require.resolve(`kafkajs/src/${name}`);
  const original = require(path) as T;
  const module = require.cache[path];
  if (!module || original === ours) return;
  keep?.(original);
  module.exports = ours;
}

/** Our messages all name their partition. */
const groupByPartition: GroupByPartition = ({ messages }) => {
  const groups: Record<number, Sent[]> = {};
  for (const message of messages) (groups[message.partition] ??= []).push(message);
  return groups;
};

let slow: EncodeRecord | undefined;

const fast: EncodeRecord = (record) => {
  const plain = plainRecord(record);
  if (plain) return encodeRecord(record.offsetDelta ?? 0, plain);
  if (!slow) throw new Error('kafkajs was not loaded yet');
  return slow(record);
};

interface PlainRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Our own messages are all text and carry no time of their own; whatever else there may be goes the long way. */
function plainRecord({ key, value, headers = {}, timestampDelta = 0 }: RecordToEncode): PlainRecord | undefined {
  if (timestampDelta !== 0 || typeof key !== 'string' || typeof value !== 'string') return undefined;
  for (const name in headers) if (typeof headers[name] !== 'string') return undefined;
  return { key, value, headers: headers as Record<string, string> };
}

/** Length, attributes, time delta, offset delta, key, value, headers, all lengths as zig-zag varints. Counted loops: it is the hottest code. */
export function encodeRecord(offsetDelta: number, { key, value, headers }: PlainRecord): Encoded {
  const names = Object.keys(headers);
  const lengths = new Int32Array(names.length);
  const [keyLength, valueLength] = [Buffer.byteLength(key), Buffer.byteLength(value)];
  let body = 2 + sizeOf(offsetDelta) + sizeOf(keyLength) + keyLength + sizeOf(valueLength) + valueLength + sizeOf(names.length);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    const length = Buffer.byteLength(headers[name] ?? '');
    lengths[index] = length;
    body += nameBytes(name).length + sizeOf(length) + length;
  }
  const buffer = Buffer.allocUnsafe(sizeOf(body) + body);
  let at = writeVarint(buffer, 0, body);
  buffer[at++] = 0;
  buffer[at++] = 0;
  at = writeVarint(buffer, at, offsetDelta);
  at = writeVarint(buffer, at, keyLength);
  at += buffer.write(key, at);
  at = writeVarint(buffer, at, valueLength);
  at += buffer.write(value, at);
  at = writeVarint(buffer, at, names.length);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    const bytes = nameBytes(name);
    buffer.set(bytes, at);
    at = writeVarint(buffer, at + bytes.length, lengths[index] ?? 0);
    at += buffer.write(headers[name] ?? '', at);
  }
  return { buf: buffer, buffer };
}

const known = new Map<string, Buffer>();

/** A header's name with its length before it. There are few names, and they never change. */
function nameBytes(name: string): Buffer {
  const before = known.get(name);
  if (before) return before;
  const length = Buffer.byteLength(name);
  const bytes = Buffer.allocUnsafe(sizeOf(length) + length);
  bytes.write(name, writeVarint(bytes, 0, length));
  if (known.size < 1_000) known.set(name, bytes);
  return bytes;
}

/** Bytes of a zig-zag varint of a number that is not negative. */
function sizeOf(number: number): number {
  let rest = number * 2;
  let bytes = 1;
  while (rest > 127) {
    rest = Math.floor(rest / 128);
    bytes++;
  }
  return bytes;
}

function writeVarint(buffer: Buffer, start: number, number: number): number {
  let rest = number * 2;
  let at = start;
  while (rest > 127) {
    buffer[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  buffer[at++] = rest;
  return at;
}

/**
 * kafkajs, loaded with two functions in the place of its own, which cost a busy service a third of what it does: the encoder of records takes a new
 * buffer of 512 zeroed bytes for every header of every message (a CloudEvent has 16), and messages are grouped by partition with a copy
 * of the group for each of them. The bytes are the same (Kafka protocol, record format v2), which a test holds against kafkajs's own
 * for any message. kafkajs 2.2.4 is its last version and pinned.
 */
export const kafkajs = load();
