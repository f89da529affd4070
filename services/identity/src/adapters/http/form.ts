import type { Readable } from 'node:stream';
import { ProblemError } from '@hengtong/platform';
import type { FastifyInstance } from 'fastify';

/** Bytes: a name and a password, each character as long as percent-encoding makes it. */
const LIMIT = 8 * 1024;

/** Lets forms through unread: those of the protocol are read by oidc-provider, which keeps its own limit of 56 KiB. */
export function passFormsOn(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => done(null, payload));
}

/** Reads a form that was passed on. @throws {ProblemError} 413 when it is longer than 8 KiB. */
export async function readForm(body: Readable): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LIMIT) throw new ProblemError('too-large', `A form of the sign-in has at most ${LIMIT} bytes.`);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
