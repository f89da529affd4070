import ipaddr from 'ipaddr.js';

/** The block that global unicast addresses of IPv6 come from; `::a.b.c.d` and much else lies outside of it. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address (text, IPv4 or IPv6) is one of the public internet. What is not plainly that is refused: private, loopback,
 * link-local (the metadata service among them), unique-local, shared (RFC 6598), multicast, unspecified, reserved and documentation
 * ranges, and each form in which an IPv4 address hides in an IPv6 one: mapped, compatible, NAT64 (RFC 6052, 8215), 6to4, Teredo.
 * After the special-purpose registries of IANA, as `ipaddr.js` keeps them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL);
}
