/** When a signing key begins. It signs until the next one begins. Instants are milliseconds since 1970. */
export interface ScheduledKey {
  readonly signsFrom: number;
}

/** All in milliseconds. */
export interface KeyTimes {
  /** How long a key signs. */
  readonly rotation: number;
  /** How long it is published before. */
  readonly notice: number;
  /** How long it is published afterwards: as long as what it signed is valid, and clocks may differ. */
  readonly remembered: number;
}

/** What becomes of the keys at one moment. */
export interface KeyPlan<Key> {
  /** The one that signs, then all others that are published. Empty only where there is no key yet. */
  readonly published: readonly Key[];
  /** Keys that have had their time. */
  readonly spent: readonly Key[];
  /** Set when a new key is to be made: from when it signs. */
  readonly next?: number;
}

/** Which key signs now, which are published, which are spent, and whether it is time to make a new one. `keys` may be in any order. */
export function planKeys<Key extends ScheduledKey>(keys: readonly Key[], now: number, times: KeyTimes): KeyPlan<Key> {
  const newestFirst = keys.toSorted((a, b) => b.signsFrom - a.signsFrom);
  const [latest] = newestFirst;
  if (latest === undefined) return { published: [], spent: [], next: now };
  const signing = newestFirst.find(({ signsFrom }) => signsFrom <= now) ?? latest;
  const isSpent = (_key: Key, index: number): boolean => {
    const successor = newestFirst[index - 1];
    return successor !== undefined && successor.signsFrom + times.remembered <= now;
  };
  const spent = newestFirst.filter(isSpent);
  const others = newestFirst.filter((key) => key !== signing && !spent.includes(key));
  const due = latest.signsFrom + times.rotation;
  // After a long pause the old key goes on signing until the new one has been published for its time.
  const next = now >= due - times.notice ? { next: Math.max(due, now + times.notice) } : {};
  return { published: [signing, ...others], spent, ...next };
}
