import { type LookupAddress, Resolver } from 'node:dns';

/** Resolves a name to all its addresses, or to an error. */
export type Resolve = (hostname: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** What asks name servers: Node's `Resolver`. */
type Asks = Pick<Resolver, 'resolve4' | 'resolve6'>;

/**
 * Asks the machine's name servers directly. `dns.lookup` would do so on one of four threads that the whole process shares, where a
 * few names whose servers are silent hold up every other name; and it would find what stands in the machine's own hosts file.
 * Milliseconds: 2,000 for each of 2 tries.
 */
export function nameServers(resolver: Asks = new Resolver({ timeout: 2_000, tries: 2 })): Resolve {
  return (hostname, done) => {
    const found: LookupAddress[] = [];
    let [open, failure]: [number, NodeJS.ErrnoException | null] = [2, null];
    const answered =
      (family: 4 | 6) =>
      (error: NodeJS.ErrnoException | null, addresses: string[] | undefined): void => {
        if (error) failure ??= error;
        else found.push(...(addresses ?? []).map((address) => ({ address, family })));
        if (--open === 0) done(found.length > 0 ? null : failure, found);
      };
    resolver.resolve4(hostname, answered(4));
    resolver.resolve6(hostname, answered(6));
  };
}
