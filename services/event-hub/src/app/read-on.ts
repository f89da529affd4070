import type { Interest } from '../domain/interest.ts';
import type { LoggedEvent } from '../domain/logged-event.ts';
import type { EventLog } from './event-log.ts';

/** Events of one interest. `upTo`: nothing else of it lies before this position. */
export interface Found {
  readonly events: LoggedEvent[];
  readonly upTo: number;
}

/** Positions that one question goes through at the most, so that a rare wish does not hold up others; the answer says how far it came. */
const STRIDE = 20_000;
/** Events that are read at a time. */
const BATCH = 1_000;

/** Reads on in the log, with what of it somebody wants and may have. Comes back at the end of the log, or after a stride without enough. */
export async function readOn(log: EventLog, interest: Interest, after: number, limit: number): Promise<Found> {
  const types = interest.types();
  const { subject } = interest;
  const events: LoggedEvent[] = [];
  const far = after + STRIDE;
  for (let from = after; ;) {
    const { events: read, upTo } = await log.read({ after: from, limit: BATCH, types, subject });
    for (const logged of read) {
      if (!interest.matches(logged.event)) continue;
      if (events.push(logged) === limit) return { events, upTo: logged.position };
    }
    from = upTo;
    if (read.length < BATCH || from >= far) return { events, upTo: from };
  }
}

/** Events of one interest, the newest first. `from`: nothing else of it lies at this position or behind it; 0 is the beginning of the log. */
export interface FoundBack {
  readonly events: LoggedEvent[];
  readonly from: number;
  /** The newest position when this was read. */
  readonly head: number;
}

/** Reads back in the log, from before a position or from its end. Comes back as `readOn` does. */
export async function readBack(log: EventLog, interest: Interest, before: number | undefined, limit: number): Promise<FoundBack> {
  const types = interest.types();
  const { subject } = interest;
  const events: LoggedEvent[] = [];
  let newest: number | undefined;
  for (let at = before; ;) {
    const { events: read, from, head } = await log.readBack({ before: at, limit: BATCH, types, subject });
    newest ??= head;
    for (const logged of read) {
      if (!interest.matches(logged.event)) continue;
      if (events.push(logged) === limit) return { events, from: logged.position, head: newest };
    }
    if (from === 0 || from <= (before ?? newest) - STRIDE) return { events, from, head: newest };
    at = from;
  }
}

/** The same as `readOn`, but waits for something to come, for `milliseconds` at the most. */
export async function waitFor(
  log: EventLog,
  interest: Interest,
  after: number,
  limit: number,
  milliseconds: number,
  gone: AbortSignal,
): Promise<Found> {
  const over = AbortSignal.any([gone, AbortSignal.timeout(Math.max(1, milliseconds))]);
  let found = await readOn(log, interest, after, limit);
  while (found.events.length === 0 && milliseconds > 0 && !over.aborted) {
    await log.moved(found.upTo, over);
    found = await readOn(log, interest, found.upTo, limit);
  }
  return found;
}
