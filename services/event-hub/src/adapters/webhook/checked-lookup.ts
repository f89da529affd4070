import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { nameServers, type Resolve } from './resolve.ts';
import { SinkRefused, type SinkPolicy } from './sink-policy.ts';

/** For a developer's own machine, whose names may stand in its hosts file. */
const asTheMachineDoes: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/**
 * The `lookup` of our connections: what it hands out is what is connected to, so that nothing lies between the check and the use
 * (a name that resolves to something else a moment later gains nothing). One address that is not public refuses them all: a name
 * with a public and a private one is either a mistake or an attack.
 */
export function checkedLookup(policy: SinkPolicy, resolve: Resolve = policy.anywhere ? asTheMachineDoes : nameServers()): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? Object.assign(new Error(`${hostname} has no address`), { code: 'ENODATA' }), '');
      const refused = policy.anywhere ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
      if (refused) return done(new SinkRefused('refused-address', `${hostname} is ${refused.address}, which is not a public address`), '');
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
