import { createRequire } from 'node:module';
import { crc32c } from '@node-rs/crc32';
import { type DecodeRecord, decodeRecord } from './decode-record.ts';
import { type EncodeRecord, fastEncoder } from './encode-record.ts';
import { type GroupByPartition, groupByPartition } from './group-by-partition.ts';

export { type AskedBroker, brokerOf } from './broker-of.ts';
export { alterScramCredentials } from './scram-credentials.ts';

const require = createRequire(import.meta.url);

/** Puts a function of ours in the place of one that a file of kafkajs exports, before any other file has it. @returns that one. */
function replace<T>(name: string, ours: (original: T) => T): T {
  const path = require.resolve(`kafkajs/src/${name}`);
  const original = require(path) as T;
  const module = require.cache[path];
  if (module) module.exports = ours(original);
  return original;
}

/** The functions of kafkajs that were replaced, for tests that hold ours against them. */
export const asKafkajs = {
  crc32c: replace<(bytes: Buffer) => number>('protocol/recordBatch/crc32C/index.js', () => crc32c),
  encodeRecord: replace<EncodeRecord>('protocol/recordBatch/record/v0/index.js', fastEncoder),
  decodeRecord: replace<DecodeRecord>('protocol/recordBatch/record/v0/decoder.js', () => decodeRecord),
  Decoder: require('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => { readonly buffer: Buffer },
  groupByPartition: replace<GroupByPartition>('producer/groupMessagesPerPartition.js', () => groupByPartition),
};

/**
 * kafkajs, loaded with four functions in the place of its own, which cost a busy service nearly half of what it does: the encoder of
 * records takes a new buffer of 512 zeroed bytes for every header of every message (a CloudEvent has 16), the decoder copies all
 * headers for each header, the checksum goes byte by byte, and messages are grouped by partition with a copy of the group for each of
 * them. The bytes are the same (Kafka protocol, record format v2), which tests hold against kafkajs's own for any message.
 * kafkajs 2.2.4 is its last version and pinned.
 */
export const kafkajs = require('kafkajs') as typeof import('kafkajs');
