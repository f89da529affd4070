/** What came in at all endpoints or readers since it was asked last. Times in milliseconds since 1970. */
export type Received = {
  count: number;
  /** From the moment of sending that stands in the event to the receipt, in milliseconds. */
  latencies: number[];
  firstAt: number;
  lastAt: number;
  /** Receipts of what the same endpoint has had before, and how many of them came with another id. */
  repeated: number;
  otherId: number;
};

/** An event as the bench made it: its number, and when it was sent (milliseconds since 1970); what was inserted by SQL was not sent. */
export type BenchEvent = { data: { n: number; sentAt?: number } };

/** Counts what comes in, and knows what has come before. */
export class Receipts {
  private readonly had = new Map<number, Map<number, string>>();
  private current = nothing();

  /** `place` is the endpoint or reader; `id` what the event was called by the one who delivered it. */
  note(place: number, id: string, { data: { n, sentAt } }: BenchEvent): void {
    const now = Date.now();
    const { current } = this;
    current.count++;
    current.firstAt ||= now;
    current.lastAt = now;
    if (sentAt !== undefined) current.latencies.push(now - sentAt);
    const own = this.had.get(place) ?? new Map<number, string>();
    this.had.set(place, own);
    const before = own.get(n);
    if (before === undefined) return void own.set(n, id);
    current.repeated++;
    if (before !== id) current.otherId++;
  }

  /** How many have come since `take`, repeated ones included. */
  get count(): number {
    return this.current.count;
  }

  /** Hands out what has come, and begins anew; what was had before is remembered. */
  take(): Received {
    const taken = this.current;
    this.current = nothing();
    return taken;
  }
}

const nothing = (): Received => ({ count: 0, latencies: [], firstAt: 0, lastAt: 0, repeated: 0, otherId: 0 });
