import { type CloudEvent, EVENT_HUB, EVERY_SERVICE } from '@hengtong/contracts';

/** A grant in force, as far as it decides what may be delivered. */
export interface ActiveGrant {
  readonly id: string;
  readonly agency: string;
  /** Owners that share a type, by type. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  /** Undefined: of all. */
  readonly processes: ReadonlySet<string> | undefined;
  /** Divisions and all within them. Undefined: everywhere. */
  readonly divisions: readonly string[] | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
}

/** Whether a grant lets its agency have an event at a moment. An event that names no process or division is not of one. */
export function covers({ owners, processes, divisions, until }: ActiveGrant, event: CloudEvent, now: number): boolean {
  if (now >= until) return false;
  const shares = owners.get(event.type);
  // What an agency publishes comes over the hub, and is the agency's all the same.
  if (!shares?.has(event.agency ?? event.source) && !shares?.has(EVERY_SERVICE)) return false;
  const { process, division } = event;
  if (processes && (process === undefined || !processes.has(process))) return false;
  return !divisions || (division !== undefined && divisions.some((prefix) => division.startsWith(prefix)));
}

/** Whether an event tells an agency of its own subscription or grant: that is delivered without a grant, and to nobody else. */
export function concerns(agency: string, { source, agency: publisher, data }: CloudEvent): boolean {
  if (source !== EVENT_HUB || publisher !== undefined || typeof data !== 'object' || data === null) return false;
  const { subscriber, agency: granted } = data as { subscriber?: unknown; agency?: unknown };
  return subscriber === agency || granted === agency;
}
