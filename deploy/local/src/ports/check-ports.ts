import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { blockedPorts } from './blocked-ports.ts';
import { portOwner, type PortOwner } from './port-owner.ts';

/** A port that something of ours is about to listen on. */
export interface WantedPort {
  port: number;
  for: string;
}

const otherPorts = 'npm start -- --port-base 14000';

/** Lowest base that tests get: all its ports are above those that browsers refuse. */
export const firstFreeBase = 10_200;

/**
 * For ports on which HTTP is to be served, and before anything is started: a service that nothing can reach would be waited for in vain.
 * @throws with a sentence that names each port that browsers refuse, what would be there, and what to do.
 */
export function refuseBlockedPorts(wanted: readonly WantedPort[]): void {
  const blocked = wanted.filter(({ port }) => blockedPorts.has(port));
  if (blocked.length === 0) return;
  const lines = blocked.map(
    ({ port, for: use }) => `Port ${port}, for ${use}, is one that browsers refuse (https://fetch.spec.whatwg.org/#port-blocking).`,
  );
  throw new Error([...lines, `Choose other ports: ${otherPorts}`].join('\n'));
}

/** @throws with a sentence that names each port that is taken and its owner, and what to do. Ports are those of 127.0.0.1. */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  const taken: (WantedPort & { owner: PortOwner | undefined })[] = [];
  for (const want of wanted) {
    if (!(await isFree(want.port))) taken.push({ ...want, owner: await portOwner(want.port) });
  }
  if (taken.length > 0) throw new Error(takenSentence(taken));
}

/** What is said of ports that are taken, one line each. */
export function takenSentence(taken: readonly (WantedPort & { owner: PortOwner | undefined })[]): string {
  const lines = taken.map(({ port, for: use, owner }) => {
    const who = owner === undefined ? 'another program' : `process ${owner.pid} (${owner.command.slice(0, 80)})`;
    return `Port ${port}, for ${use}, is taken by ${who}.`;
  });
  return [...lines, `Stop what holds it, or choose other ports: ${otherPorts}`].join('\n');
}

/**
 * A base for a whole system's ports on which nothing listens, for tests: a multiple of 200 from 10200 to 30000, above the ports that
 * browsers refuse, and below the range from which systems take the near end of connections (a client that knocks on a closed port of that
 * range can end up connected to itself).
 */
export async function freePortBase(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = firstFreeBase + 200 * randomInt(99);
    const free = await Promise.all([0, 2, 3, 6, 54, 92, 93, 101, 102, 103, 104, 105, 106].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No two hundred ports in a row are free between 10200 and 30000.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
