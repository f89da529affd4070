import type { CloudEvent } from '../../api/index.ts';

type Named = Pick<CloudEvent, 'id' | 'subject'>;

/** How an event is named in the address: with its case, by which the log finds it at once. */
export function addressOf({ id, subject }: Named): string {
  return `${subject}.${id}`;
}

/** The event that an address names, if it does. */
export function eventIn(params: URLSearchParams): Named | undefined {
  const [, subject, id] = /^([\da-f-]{36})\.(.{1,100})$/i.exec(params.get('event') ?? '') ?? [];
  return subject !== undefined && id !== undefined ? { subject, id } : undefined;
}
