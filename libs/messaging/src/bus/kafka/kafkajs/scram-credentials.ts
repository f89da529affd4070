import { pbkdf2, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);

/** The part of kafkajs's encoder that is used here. Called with nothing, `writeUVarIntBytes` writes an empty set of tagged fields. */
interface Encoder {
  writeInt8(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeUVarIntString(value: string): Encoder;
  writeUVarIntBytes(value?: Buffer): Encoder;
  writeUVarIntArray(items: readonly Encoder[]): Encoder;
}

interface Decoder {
  readInt16(): number;
  readInt32(): number;
  readUVarIntString(): string | null;
  readUVarIntArray<Item>(read: (decoder: Decoder) => Item): Item[];
  readTaggedFields(): unknown;
}

const NewEncoder = require('kafkajs/src/protocol/encoder.js') as new () => Encoder;
const NewDecoder = require('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => Decoder;

/** What kafkajs sends, and how it reads the answer. */
export interface ProtocolRequest<Answer> {
  readonly request: { readonly apiKey: number; readonly apiVersion: number; readonly apiName: string; encode(): Promise<Encoder> };
  readonly response: { decode(bytes: Buffer): Promise<Answer>; parse(answer: Answer): Promise<Answer> };
}

/** A user whom the broker did not take, and its reason. */
export interface RefusedUser {
  readonly user: string;
  readonly reason: string;
}

const SCRAM_SHA_512 = 2;
/** The broker takes no fewer (KIP-84), and RFC 5802 asks for as many. Passwords are random, so that more would keep nobody out. */
const ITERATIONS = 4_096;

/**
 * AlterUserScramCredentials, version 0 (KIP-554), which kafkajs does not have: gives users their passwords. What goes over the wire, and
 * what the broker keeps, is the password salted and hashed. The answer is the list of those that were refused.
 */
export async function alterScramCredentials(
  users: readonly { readonly username: string; readonly password: string }[],
): Promise<ProtocolRequest<RefusedUser[]>> {
  const upsertions = await Promise.all(users.map(upsertion));
  return {
    request: {
      apiKey: 51,
      apiVersion: 0,
      apiName: 'AlterUserScramCredentials',
      // Tagged fields of the header, nobody to delete, whom to change, tagged fields of the body.
      encode: async () => new NewEncoder().writeUVarIntBytes().writeUVarIntArray([]).writeUVarIntArray(upsertions).writeUVarIntBytes(),
    },
    response: { decode: async (bytes) => refusals(new NewDecoder(bytes)), parse: async (answer) => answer },
  };
}

async function upsertion({ username, password }: { username: string; password: string }): Promise<Encoder> {
  const salt = randomBytes(24);
  const salted = await promisify(pbkdf2)(password, salt, ITERATIONS, 64, 'sha512');
  return new NewEncoder()
    .writeUVarIntString(username)
    .writeInt8(SCRAM_SHA_512)
    .writeInt32(ITERATIONS)
    .writeUVarIntBytes(salt)
    .writeUVarIntBytes(salted)
    .writeUVarIntBytes();
}

function refusals(decoder: Decoder): RefusedUser[] {
  decoder.readTaggedFields();
  decoder.readInt32(); // throttle time
  const results = decoder.readUVarIntArray((item) => {
    const result = { user: item.readUVarIntString() ?? '', code: item.readInt16(), message: item.readUVarIntString() };
    item.readTaggedFields();
    return result;
  });
  return results.filter(({ code }) => code !== 0).map(({ user, code, message }) => ({ user, reason: message ?? `error ${code}` }));
}
