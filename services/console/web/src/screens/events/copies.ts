import type { CloudEvent } from '../../api/index.ts';

/**
 * The command that asks the event hub for one event. The token is left to whoever runs it: none is ever in the page.
 * @param hub the hub's address, as whoever runs the command reaches it
 */
export function curlOf({ id, subject }: Pick<CloudEvent, 'id' | 'subject'>, hub = 'http://127.0.0.1:4003'): string {
  const query = new URLSearchParams({ subject, filter: `event.id == ${JSON.stringify(id)}` });
  return `curl -H "authorization: Bearer $TOKEN" ${inQuotes(`${hub}/v1/events?${query.toString()}`)}`;
}

/** For a POSIX shell: nothing within single quotes means anything, and one that stands in the text is put outside of them. */
function inQuotes(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
