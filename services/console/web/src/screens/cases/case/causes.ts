/** What is read of an event of a case. */
export interface CausedEvent {
  readonly sequence: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly causationId?: string | undefined;
}

export interface Caused<Event> {
  readonly event: Event;
  /** The number of the event that led to it; none for what came from outside. */
  readonly cause?: number;
  /** How many causes stand above it. */
  readonly depth: number;
}

/**
 * Joins cause and effect in the events of a case. One message leads to one decision, whose events all name it (`causationId`): the first
 * says what has come, the others what follows from it. What has come answers a command, and so its cause is the event that asked for that.
 */
export function causesOf<Event extends CausedEvent>(events: readonly Event[]): readonly Caused<Event>[] {
  const asked = new Map<string, number>();
  const depths = new Map<number, number>();
  let head: Event | undefined;
  return events.map((event) => {
    const isHead = head === undefined || head.causationId !== event.causationId;
    const key = textOf(event.data['commandKey']);
    const cause = isHead ? asked.get(key ?? '') : head?.sequence;
    if (isHead) head = event;
    if (key !== undefined && event.type.endsWith('-requested')) asked.set(key, event.sequence);
    const depth = cause === undefined ? 0 : (depths.get(cause) ?? 0) + 1;
    depths.set(event.sequence, depth);
    return { event, depth, ...(cause !== undefined && { cause }) };
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
