import { isUtf8 } from 'node:buffer';
import { DEEPEST } from '@hengtong/contracts';
import type { FastifyInstance } from 'fastify';
import { jsonPointer } from './field-errors.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Takes bodies of JSON in UTF-8 (RFC 8259 §8.1) and of nothing else. Fastify's parser refuses `__proto__` and `constructor.prototype`,
 * wherever they stand; it does not look at the charset, and turns bytes that are no UTF-8 into replacement characters.
 */
export function takeJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    const packing = request.headers['content-encoding'] ?? 'identity';
    if (packing !== 'identity') return done(refusal('unsupported-media-type', `The body must come as it is, not packed as ${packing}.`));
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset))
      return done(refusal('unsupported-media-type', `The body must be in UTF-8, not in ${charset}.`));
    if (!isUtf8(bytes)) return done(refusal('bad-request', 'The body is not in UTF-8, as JSON must be.'));
    void parse(request, bytes.toString('utf8'), (error, value: unknown) => done(error ?? tooDeep(value), value));
  });
}

function tooDeep(value: unknown): ProblemError | null {
  const path = pathBelow(DEEPEST, value);
  if (!path) return null;
  const pointer = jsonPointer(path);
  const detail = `must not stand deeper than ${DEEPEST} levels`;
  return new ProblemError('invalid-body', `${pointer} ${detail}.`, { errors: [{ pointer, detail }] });
}

/** Where something stands deeper than so many levels. Looks no further, so that the look itself is safe. */
function pathBelow(levels: number, value: unknown): PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels < 0) return [];
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const path = pathBelow(levels - 1, (value as Record<PropertyKey, unknown>)[key]);
    if (path) return [key, ...path];
  }
  return undefined;
}

const refusal = (kind: 'bad-request' | 'unsupported-media-type', detail: string): ProblemError =>
  new ProblemError(kind, detail, { errors: [{ pointer: '', detail }] });
