import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Whose requests are counted together: the client that the check of the token found, or else whatever shares an address. */
export function clientOf({ ip, caller }: Pick<FastifyRequest, 'ip'> & { readonly caller?: { readonly clientId: string } }): string {
  return caller ? `client ${caller.clientId}` : networkOf(ip);
}

/**
 * An address for counting. Of IPv6 the first 64 bits: whoever has one address there has 2^64 (RFC 4291 §2.5.1, RFC 6177). IPv4 as it is, also
 * where it comes inside of IPv6.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const all = tail === undefined ? first : [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
