import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { portOwner, type PortOwner } from './port-owner.ts';

/** A port that something of ours is about to listen on. */
export interface WantedPort {
  port: number;
  for: string;
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
  return [...lines, 'Stop what holds it, or choose other ports: npm start -- --port-base 14000'].join('\n');
}

/**
 * A base for a whole system's ports on which nothing listens, for tests: a multiple of 200 from 10000 to 30000, below the range from
 * which systems take the near end of connections (a client that knocks on a closed port of that range can end up connected to itself).
 */
export async function freePortBase(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 10_000 + 200 * randomInt(100);
    const free = await Promise.all([0, 2, 3, 6, 54, 92, 93, 101, 102, 103, 104, 105, 106].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No two hundred ports in a row are free between 10000 and 30000.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
