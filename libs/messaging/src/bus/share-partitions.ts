/** Who takes part in the sharing, and what it had until now. */
export interface Sharer {
  readonly id: string;
  readonly had: readonly number[];
}

/**
 * Shares the partitions 0 … count-1 out among members, so that no two differ by more than one, and each keeps as much of what it had
 * as that allows. The same input gives the same answer, in whatever order the members come.
 */
export function sharePartitions(count: number, sharers: readonly Sharer[]): Map<string, number[]> {
  const byRight = sharers.toSorted((a, b) => b.had.length - a.had.length || (a.id < b.id ? -1 : 1));
  const free = new Set(Array.from({ length: count }, (_, partition) => partition));
  const shares = new Map<string, number[]>();
  const [even, over] = [Math.floor(count / sharers.length), count % sharers.length];

  for (const [rank, { id, had }] of byRight.entries()) {
    const kept = had.filter((partition) => free.has(partition)).slice(0, even + (rank < over ? 1 : 0));
    for (const partition of kept) free.delete(partition);
    shares.set(id, kept);
  }
  for (const partition of free) smallest(shares).push(partition);
  for (const share of shares.values()) share.sort((a, b) => a - b);
  return shares;
}

function smallest(shares: Map<string, number[]>): number[] {
  return [...shares.values()].reduce((least, share) => (share.length < least.length ? share : least));
}
