/**
 * Ports to which fetch and every browser refuse to send anything, because servers of other protocols are usual there: a service on one of
 * them runs, and nobody can ask it for its health or show its page. The list is that of the Fetch standard, "port blocking"
 * (https://fetch.spec.whatwg.org/#port-blocking), from 1024 on; no port base is lower.
 */
export const blockedPorts: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);
