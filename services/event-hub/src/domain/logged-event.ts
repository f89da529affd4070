import type { CloudEvent, Message } from '@hengtong/contracts';

/** An event in the log. */
export interface LoggedEvent {
  /** Its place: grows in the order in which events were committed, with gaps. */
  readonly position: number;
  readonly id: string;
  /** The case; of what belongs to none, an id of its own. */
  readonly subject: string;
  readonly event: CloudEvent;
  /** The same as JSON, as it is handed out. */
  readonly json: string;
}

/** A message of the bus as a structured CloudEvent (CloudEvents 1.0, JSON Event Format §3). */
export function cloudEventOf({ data, traceparent, ...context }: Message): CloudEvent {
  return { specversion: '1.0', ...context, datacontenttype: 'application/json', ...(traceparent && { traceparent }), data };
}
