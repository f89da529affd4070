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

/** When a delivery was made, in milliseconds since 1970: what its id begins with. */
export const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
