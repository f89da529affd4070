import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Definition } from './definition.ts';

/**
 * What pins a published version: SHA-256, in hex, of the definition's canonical JSON (RFC 8785). Comments, the order of keys and
 * what may be left out do not count; the order of steps does.
 */
export function digestOf(definition: Definition): string {
  return createHash('sha256')
    .update(canonicalize(definition) ?? '')
    .digest('hex');
}
