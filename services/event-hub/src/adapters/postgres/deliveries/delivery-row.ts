/** What a delivery may come to. */
export type DeliveryStatus = 'pending' | 'delivered' | 'failed' | 'cancelled';

/** A delivery that is to be made. Times are milliseconds since 1970. */
export interface Due {
  readonly id: string;
  readonly subscriptionId: string;
  readonly position: number;
  readonly eventId: string;
  readonly caseId: string;
  readonly lane: string | null;
  readonly replayId: string | null;
  /** Attempts so far, and those of them before it was last sent again by hand. */
  readonly attempts: number;
  readonly earlier: number;
  /** The first attempt since then. */
  readonly since: number | null;
}

/** The smallest UUIDv7 of a millisecond since 1970 (RFC 9562, section 5.7). */
export function firstIdOf(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** When a delivery was made, in milliseconds since 1970: what its id begins with. */
export const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
