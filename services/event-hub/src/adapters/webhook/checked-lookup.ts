import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { SinkRefused, type SinkPolicy } from './sink-policy.ts';

/** Resolves a name to all its addresses, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The `lookup` of our connections: what it hands out is what is connected to, so that nothing lies between the check and the use
 * (a name that resolves to something else a moment later gains nothing). One address that is not public refuses them all: a name
 * with a public and a private one is either a mistake or an attack.
 */
export function checkedLookup(policy: SinkPolicy, resolver: Resolve = resolve): LookupFunction {
  return (hostname, options, done) => {
    resolver(hostname, { all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const refused = policy.anywhere ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
      if (refused) return done(new SinkRefused('refused-address', `${hostname} is ${refused.address}, which is not a public address`), '');
      const [first] = addresses;
      if (options.all || !first) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
